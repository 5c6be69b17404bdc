package dev.weir.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weir.HttpServer;
import dev.weir.controllers.Controllers;
import dev.weir.http.MediaType;
import dev.weir.testing.TestClient;
import dev.weir.testing.TestResponse;
import dev.weir.testing.WeirExtension;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EchoControllerTest {

    @RegisterExtension
    static final WeirExtension app = WeirExtension.inMemory(
            HttpServer.builder().routes(Controllers.of(new EchoController(), new UserAgentController())));

    @ParameterizedTest
    @CsvSource({"abc,abc", "a%20b,a b", "a+b,a+b", "%C3%A9,é", "a%2Fb,a/b", "%25,%", "%3Cscript%3E,<script>"})
    void sendsThePathBack(String sent, String text) {
        TestResponse response = app.client().get("/echo/" + sent).send().expect(200);

        assertEquals(Optional.of("text/plain"), response.header("Content-Type"));
        assertEquals(text, response.text());
    }

    @Test
    void sendsContentBackWithItsMediaType(TestClient client) {
        byte[] octets = {0, 1, (byte) 0xFF, 13, 10};
        TestResponse response = client.post("/echo")
                .header("Content-Type", "image/PNG ; x=\"y\"")
                .content(octets)
                .send();

        assertEquals(Optional.of("image/PNG ; x=\"y\""), response.header("Content-Type"));
        assertArrayEquals(octets, response.bytes());
    }

    @Test
    void sendsContentBackWithoutAMediaType(TestClient client) {
        TestResponse response = client.post("/echo").content(new byte[] {1}).send();

        assertEquals(Optional.empty(), response.header("Content-Type"));
        assertArrayEquals(new byte[] {1}, response.bytes());
    }

    @Test
    void refusesContentThatIsTooLongForMemory(TestClient client) {
        client.post("/echo").content(new byte[(16 << 20) + 1]).send().expect(413);
    }

    @Test
    void tellsTheUserAgent(TestClient client) {
        TestResponse response =
                client.get("/user-agent").header("User-Agent", "foobar/1.2.3").send();

        assertEquals("foobar/1.2.3", response.text());
        assertEquals(Optional.of(MediaType.TEXT_PLAIN), response.contentType());
    }

    @Test
    void tellsNothingOfAClientWithoutUserAgent(TestClient client) {
        assertEquals("", client.get("/user-agent").send().expect(200).text());
    }
}
