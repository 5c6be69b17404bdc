package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.RawClient;
import dev.weir.http.Response;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 9112 sections 3.2.1 to 3.3: Request Target")
class Rfc9112Section03RequestTargetTest extends LiveServer {

    @ParameterizedTest
    @CsvSource({"/, /, none", "/a/b, /a/b, none", "/a?, /a, ''", "/a?b=c?d/e, /a, b=c?d/e", "//a//, //a//, none"})
    @DisplayName("3.2.1: origin-form is path and query")
    void takesOriginForm(String target, String path, String query) throws Exception {
        RawClient client = client(request ->
                Response.text(request.path() + " " + request.target().rawQuery().orElse("none")));
        assertEquals(path + " " + query, client.get(target).read().content());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a/b", "?a", "localhost/a", "%2Fa", "&", "."})
    @DisplayName("3.2.1: a path that does not start with a slash is answered with 400")
    void refusesARelativePath(String target) throws Exception {
        assertRefused(400, RawClient.request("GET", target));
    }

    @Test
    @DisplayName("3.2.2: absolute-form is accepted, and tells the authority")
    void takesTheAuthorityOfAbsoluteForm() throws Exception {
        RawClient client = client(request -> Response.text(request.authority().orElse("none") + " " + request.path()))
                .send("GET http://example.test:81/a?b HTTP/1.1\r\nHost: example.test:81\r\n\r\n");
        assertEquals("example.test:81 /a", client.read().content());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http:",
                "http:/",
                "http://",
                "http:///a",
                "http://:80/",
                "http://?a",
                "http://localhost:a/",
                "http://localhost:65536/",
                "http://local host/",
                "http://[::1/",
                "http://a|b/",
                "ftp://localhost/",
                "ws://localhost/",
                "urn:a",
                "//localhost/a b",
                "http:localhost",
                "http//localhost"
            })
    @DisplayName("3.2.2: malformed absolute-form is answered with 400")
    void refusesMalformedAbsoluteForm(String target) throws Exception {
        assertRefused(400, RawClient.request("GET", target));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://example.test/", "http://localhost:81/", "http://localhost.test/", "http://localhost./"})
    @DisplayName("3.2.2: absolute-form of another host than Host tells is answered with 400")
    void refusesAnotherHostInTheTarget(String target) throws Exception {
        assertRefused(400, RawClient.request("GET", target));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET localhost:80", "GET localhost", "OPTIONS localhost:80", "POST [::1]:80"})
    @DisplayName("3.2.3: authority-form is answered with 400 for other methods than CONNECT")
    void refusesAuthorityForm(String line) throws Exception {
        assertRefused(400, line + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "*", "http://localhost:443", "localhost", "localhost:", ":443", "a@localhost:443"})
    @DisplayName("3.2.3: CONNECT with another form is answered with 400")
    void refusesConnectWithAnotherForm(String target) throws Exception {
        assertRefused(400, RawClient.request("CONNECT", target));
    }

    @Test
    @DisplayName("3.2.4: asterisk-form is accepted with OPTIONS")
    void acceptsAsteriskForm() throws Exception {
        RawClient client = client(request -> Response.text(request.method() + " " + request.target()))
                .send(RawClient.request("OPTIONS", "*"));
        assertEquals("OPTIONS *", client.read().content());
    }

    @Test
    @DisplayName("3.2.4: OPTIONS in absolute-form without path and query asks about the server as a whole")
    void takesOptionsWithoutAPathForTheWholeServer() throws Exception {
        RawClient client = client(request -> Response.text(request.target().form() + " " + request.path()));
        assertEquals(
                "ASTERISK *",
                client.send(RawClient.request("OPTIONS", "http://localhost"))
                        .read()
                        .content());
        assertEquals(
                "ABSOLUTE /",
                client.send(RawClient.request("OPTIONS", "http://localhost/"))
                        .read()
                        .content());
        assertEquals(
                "ABSOLUTE /",
                client.send(RawClient.request("GET", "http://localhost")).read().content());
        assertEquals(
                "ABSOLUTE //localhost",
                client.send(RawClient.request("OPTIONS", "http://localhost//localhost"))
                        .read()
                        .content());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET *", "POST *", "HEAD *", "options *", "OPTIONS **", "OPTIONS *?a", "OPTIONS */a"})
    @DisplayName("3.2.4: asterisk-form is answered with 400 for other methods, and so is what only looks like it")
    void refusesAsteriskForm(String line) throws Exception {
        RawClient client = client(LiveServer::path).send(line + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertEquals(
                400,
                line.startsWith("HEAD")
                        ? client.readToHead().status()
                        : client.read().status());
        assertTrue(client.isClosed());
    }

    @ParameterizedTest
    @CsvSource({
        "/a, Host: a.test, a.test",
        "/a, Host: a.test:8080, a.test:8080",
        "/a, Host: [::1]:80, [::1]:80",
        "/a, Host:, none",
        "http://a.test:81/, Host: A.test:81, a.test:81",
        "http://A.TEST, Host: a.test, A.TEST"
    })
    @DisplayName("3.3: the authority is that of absolute-form, else that of Host")
    void tellsTheAuthority(String target, String host, String authority) throws Exception {
        RawClient client = client(request -> Response.text(request.authority().orElse("none")));
        client.send("GET " + target + " HTTP/1.1\r\n" + host + "\r\n\r\n");
        assertEquals(authority, client.read().content());
    }
}
