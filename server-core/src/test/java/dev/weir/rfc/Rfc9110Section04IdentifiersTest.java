package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weir.RawClient;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 9110 section 4: Identifiers")
class Rfc9110Section04IdentifiersTest extends LiveServer {

    @ParameterizedTest
    @ValueSource(strings = {"http:///a", "http://:80/a", "http://?a", "http://", "https:///a"})
    @DisplayName("4.2.1, 4.2.2: a target with an empty host is answered with 400")
    void refusesAnEmptyHost(String target) throws Exception {
        assertRefused(400, "GET " + target + " HTTP/1.1\r\nHost:\r\n\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.test/, example.test:80",
        "http://example.test:80/, example.test",
        "http://example.test:/, example.test",
        "http://EXAMPLE.test/, example.TEST",
        "HTTP://example.test/, example.test",
        "http://example.test, example.test:"
    })
    @DisplayName("4.2.3: case and the port of the scheme make no difference between target and Host")
    void comparesAuthorities(String target, String host) throws Exception {
        RawClient client = client(LiveServer::path).send("GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        assertEquals("/", client.read().content());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost", "http://localhost/"})
    @DisplayName("4.2.3: an empty path is the same as /")
    void takesAnEmptyPathForTheRoot(String target) throws Exception {
        assertEquals("/", client(LiveServer::path).get(target).read().content());
    }

    @Test
    @DisplayName("4.2.3: the path is told as it was sent, and its case counts")
    void keepsThePath() throws Exception {
        RawClient client = client(LiveServer::path);
        assertEquals(
                "/A%7eb/%2e%2E/./c", client.get("/A%7eb/%2e%2E/./c?d").read().content());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://user@localhost/",
                "http://user:password@localhost/",
                "http://@localhost/",
                "http://a@b@localhost/"
            })
    @DisplayName("4.2.4: userinfo in a target is answered with 400")
    void refusesUserinfo(String target) throws Exception {
        assertRefused(400, RawClient.request("GET", target));
    }

    @Test
    @DisplayName("4.2.5: a fragment does not belong into a target, and is answered with 400")
    void refusesAFragment() throws Exception {
        assertRefused(400, RawClient.request("GET", "/a#b"));
        assertRefused(400, RawClient.request("GET", "http://localhost/#"));
    }
}
