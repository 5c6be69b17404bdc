package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weir.RawClient;
import dev.weir.http.Response;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 9112 section 3: Request Line, and Host in 3.2")
class Rfc9112Section03RequestLineTest extends LiveServer {

    @ParameterizedTest
    @ValueSource(
            strings = {
                " GET / HTTP/1.1",
                "GET  / HTTP/1.1",
                "GET /  HTTP/1.1",
                "GET / HTTP/1.1 ",
                "GET\t/ HTTP/1.1",
                "GET /\tHTTP/1.1",
                "GET\u000b/ HTTP/1.1",
                "GET / a HTTP/1.1",
                "GET /a b HTTP/1.1",
                "GET /",
                "GET",
                "GET / ",
                "/ HTTP/1.1",
                "GET HTTP/1.1",
                "GET/ HTTP/1.1",
                "GET\u00a0/ HTTP/1.1",
                "HTTP/1.1 200 OK"
            })
    @DisplayName("3: a request line with other than one space in two places is answered with 400 and not repaired")
    void refusesOtherSpacing(String line) throws Exception {
        assertRefused(400, line + "\r\nHost: localhost\r\n\r\n");
    }

    @Test
    @DisplayName("3: a method longer than any is answered with 501")
    void refusesALongMethod() throws Exception {
        assertRefused(501, "A".repeat(9000) + " / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    @Test
    @DisplayName("3: a target that is too long is answered with 414")
    void refusesALongTarget() throws Exception {
        RawClient client = client(LiveServer::path).get("/" + "a".repeat(9000));
        assertEquals(414, client.read().status());
    }

    @Test
    @DisplayName("3: a request line of 8000 octets is accepted")
    void acceptsATargetOf8000Octets() throws Exception {
        String target = "/" + "a".repeat(7970);
        assertEquals(target, client(LiveServer::path).get(target).read().content());
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "Get", "GETT", "M-SEARCH", "!#$%&'*+-.^_`|~"})
    @DisplayName("3.1: the method is a token, and its case counts")
    void takesMethodsAsTheyAre(String method) throws Exception {
        RawClient client = client(request -> Response.text(request.method().name()));
        assertEquals(method, client.send(RawClient.request(method, "/")).read().content());
    }

    @ParameterizedTest
    @ValueSource(strings = {"G@T", "G\0T", "G\"T", "(GET)", "G,T", "G:T", "G\u00c9T", "{}"})
    @DisplayName("3.1: a method that is no token is answered with 400")
    void refusesAMethodThatIsNoToken(String method) throws Exception {
        assertRefused(400, RawClient.request(method, "/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a\u0001",
                "/a\0",
                "/a\u007f",
                "/a\u00e9",
                "/a\u00ff",
                "/a\"b",
                "/a<b",
                "/a>b",
                "/a#b",
                "/a?b#c",
                "/a?b<c",
                "/a?b\u00e9",
                "/a?b\u0001",
                "#",
                "\\a"
            })
    @DisplayName("3.2: a target with an octet that may not stand in it is answered with 400")
    void refusesForeignOctets(String target) throws Exception {
        assertRefused(400, RawClient.request("GET", target));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /", "OPTIONS *", "GET http://localhost/", "GET /a?Host:localhost"})
    @DisplayName("3.2: a request of HTTP/1.1 without Host is answered with 400, in every form of target")
    void refusesAMissingHost(String line) throws Exception {
        assertRefused(400, line + " HTTP/1.1\r\nAccept: */*\r\n\r\n");
    }

    @Test
    @DisplayName("3.2: a request of HTTP/1.0 may come without Host")
    void takesHttp10WithoutHost() throws Exception {
        assertEquals(
                "/a",
                client(LiveServer::path).send("GET /a HTTP/1.0\r\n\r\n").read().content());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: localhost", "host: localhost", "HOST: other", "Host:"})
    @DisplayName("3.2: a second Host is answered with 400, also in HTTP/1.0")
    void refusesASecondHost(String line) throws Exception {
        assertRefused(400, RawClient.request("GET", "/", line));
        assertRefused(400, "GET / HTTP/1.0\r\nHost: localhost\r\n" + line + "\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "a,b",
                "a/b",
                "a?b",
                "a#b",
                "a@b",
                "a:b",
                "a:-1",
                "a:+1",
                "a:65536",
                "a:1:2",
                "a\\b",
                "<a>",
                "a^b",
                "a%zz",
                "a%4",
                "http://a",
                "a\tb",
                "a\u00e9",
                "::1",
                "[::1",
                "::1]",
                "[::1]a",
                "[1::2::3]",
                "[::1%25eth0]",
                "[g::]",
                "[1:2:3:4:5:6:7:8:9]",
                "[127.0.0.1]",
                "[]",
                "[v1.a]"
            })
    @DisplayName("3.2: a malformed Host is answered with 400")
    void refusesAMalformedHost(String host) throws Exception {
        assertRefused(400, "GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "A.b-c_d~e",
                "a.",
                "a:",
                "a:0",
                "a:80",
                "a:0080",
                "a:65535",
                "127.0.0.1",
                "127.0.0.1:8080",
                "[::1]",
                "[::1]:8080",
                "[2001:DB8::1]",
                "[::ffff:127.0.0.1]",
                "a%41",
                "!$&'()*+;=",
                "xn--nxasmq6b"
            })
    @DisplayName("3.2: a well-formed Host is accepted, an empty one too")
    void acceptsAWellFormedHost(String host) throws Exception {
        RawClient client = client(LiveServer::path).send("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
        assertEquals(200, client.read().status());
    }
}
