package dev.weir.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weir.controllers.Controllers;
import dev.weir.http.MediaType;
import dev.weir.http.Method;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.routing.Handler;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EchoControllerTest {

    private final Handler echo = InMemory.handler(Controllers.of(new EchoController(), new UserAgentController()));

    @ParameterizedTest
    @CsvSource({"abc,abc", "a%20b,a b", "a+b,a+b", "%C3%A9,é", "a%2Fb,a/b", "%25,%", "%3Cscript%3E,<script>"})
    void sendsThePathBack(String sent, String text) throws Exception {
        Response response = echo.handle(Request.get("/echo/" + sent));

        assertEquals(Status.OK, response.status());
        assertEquals(Optional.of("text/plain"), response.header("Content-Type"));
        assertEquals(text, InMemory.text(response));
    }

    @Test
    void sendsContentBackWithItsMediaType() throws Exception {
        byte[] octets = {0, 1, (byte) 0xFF, 13, 10};
        Response response = echo.handle(Request.of(Method.POST, "/echo")
                .withHeader("Content-Type", "image/PNG ; x=\"y\"")
                .withContent(octets));

        assertEquals(Optional.of("image/PNG ; x=\"y\""), response.header("Content-Type"));
        assertArrayEquals(octets, InMemory.octets(response));
    }

    @Test
    void sendsContentBackWithoutAMediaType() throws Exception {
        Response response = echo.handle(Request.of(Method.POST, "/echo").withContent(new byte[] {1}));

        assertEquals(Optional.empty(), response.header("Content-Type"));
        assertArrayEquals(new byte[] {1}, InMemory.octets(response));
    }

    @Test
    void refusesContentThatIsTooLongForMemory() throws Exception {
        Response response = echo.handle(Request.of(Method.POST, "/echo").withContent(new byte[(16 << 20) + 1]));
        assertEquals(Status.CONTENT_TOO_LARGE, response.status());
    }

    @Test
    void tellsTheUserAgent() throws Exception {
        Response response = echo.handle(Request.get("/user-agent").withHeader("User-Agent", "foobar/1.2.3"));

        assertEquals("foobar/1.2.3", InMemory.text(response));
        assertEquals(Optional.of(MediaType.TEXT_PLAIN), response.contentType());
    }

    @Test
    void tellsNothingOfAClientWithoutUserAgent() throws Exception {
        Response response = echo.handle(Request.get("/user-agent"));
        assertEquals(Status.OK, response.status());
        assertEquals("", InMemory.text(response));
    }
}
