package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weir.RawClient;
import dev.weir.cookies.SignedCookies;
import dev.weir.cookies.SigningKey;
import dev.weir.http.Cookie;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.SetCookie;
import dev.weir.http.SetCookie.SameSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RFC 6265bis: Cookies")
class Rfc6265CookiesTest extends LiveServer {

    private static final SignedCookies OLD = SignedCookies.with(key("old"));
    private static final SignedCookies NEW = SignedCookies.with(key("new")).withFormer(key("old"));

    private static SigningKey key(String id) {
        return SigningKey.of(id, (id + " secret, long enough for a digest").getBytes(StandardCharsets.US_ASCII));
    }

    /** Answers with the cookies as name=[value]. */
    private static Response seen(Request request) {
        return Response.text(request.cookies().stream()
                .map(cookie -> cookie.name() + "=[" + cookie.value() + "]")
                .collect(Collectors.joining(" ")));
    }

    private String seen(String... fieldLines) throws IOException {
        return client(Rfc6265CookiesTest::seen).get("/", fieldLines).read().content();
    }

    private List<String> setCookies(SetCookie... cookies) throws IOException {
        RawClient.Reply reply = client(request -> {
                    Response response = Response.noContent();
                    for (SetCookie cookie : cookies) {
                        response = response.withCookie(cookie);
                    }
                    return response;
                })
                .get("/")
                .read();
        return reply.fields().stream()
                .filter(line -> line.startsWith("Set-Cookie: "))
                .map(line -> line.substring(12))
                .toList();
    }

    @Test
    @DisplayName("4.1.1: each cookie has a field line of its own, with its attributes")
    void setCookie() throws Exception {
        assertEquals(
                List.of(
                        "a=1",
                        "b=2; Path=/x; Domain=example.test; Max-Age=60; Expires=Sun, 06 Nov 1994 08:49:37 GMT; Secure;"
                                + " HttpOnly; SameSite=None; Partitioned"),
                setCookies(
                        SetCookie.of("a", "1"),
                        SetCookie.of("b", "2")
                                .withPath("/x")
                                .withDomain("example.test")
                                .withMaxAge(Duration.ofMinutes(1))
                                .withExpires(Instant.parse("1994-11-06T08:49:37Z"))
                                .secure()
                                .httpOnly()
                                .withSameSite(SameSite.NONE)
                                .partitioned()));
    }

    @Test
    @DisplayName("4.1.3: a cookie whose attributes do not go with its prefix is refused")
    void prefixes() throws Exception {
        List<SetCookie> wrong = List.of(
                SetCookie.of("__Secure-a", "1"),
                SetCookie.of("__Host-a", "1").secure(),
                SetCookie.of("__host-a", "1").secure().withPath("/x"),
                SetCookie.of("__Host-a", "1").secure().withPath("/").withDomain("example.test"),
                SetCookie.of("__Http-a", "1").secure(),
                SetCookie.of("__Host-Http-a", "1").secure().withPath("/"),
                SetCookie.of("a", "1").withSameSite(SameSite.NONE),
                SetCookie.of("a", "1").partitioned());
        for (SetCookie cookie : wrong) {
            RawClient.Reply reply = client(request -> {
                        try {
                            return Response.noContent().withCookie(cookie);
                        } catch (IllegalStateException e) {
                            return Response.text("refused");
                        }
                    })
                    .get("/")
                    .read();
            assertEquals("refused", reply.content(), cookie.name());
        }
        assertEquals(
                List.of("__Host-a=1; Path=/; Secure"),
                setCookies(SetCookie.of("__Host-a", "1").withPath("/").secure()));
    }

    @Test
    @DisplayName("5.8.3: cookies come in pairs of name and value, in the order sent")
    void cookie() throws Exception {
        assertEquals("a=[1] b=[2]", seen("Cookie: a=1; b=2"));
        assertEquals("a=[1] b=[2] a=[3]", seen("Cookie: a=1;b=2", "Cookie: a=3"));
        assertEquals("a=[b=c] e=[]", seen("Cookie: a=b=c; e="));
    }

    @Test
    @DisplayName("5.6, 5.8.3: what is no pair is skipped, a quote hides nothing, and names keep their case")
    void oddCookies() throws Exception {
        assertEquals("a=[1]", seen("Cookie: ;; =x; nothing; a=1; "));
        assertEquals("A=[1] a=[2]", seen("Cookie: A=1; a=2"));
        assertEquals("a=[\"1] b=[2\"]", seen("Cookie: a=\"1; b=2\""));
        assertEquals("a=[q]", seen("Cookie: a=\"q\""));
        assertEquals("$Version=[1] a=[x,y z]", seen("Cookie: $Version=1; a=x,y z"));
        assertEquals("", seen("Cookie: "));
    }

    @Test
    @DisplayName("6.1: no more than two hundred cookies are handed out")
    void limit() throws Exception {
        assertEquals(200, seen("Cookie: " + "a=1;".repeat(1000)).split(" ").length);
    }

    @Test
    @DisplayName("8.4: a signed cookie is read back, also after the key has changed, and with no octet changed")
    void signed() throws Exception {
        String sent = OLD.sign("session", "user 7", Duration.ofMinutes(1)).value();
        for (SignedCookies keys : List.of(OLD, NEW)) {
            RawClient client = client(
                    request -> Response.text(keys.read(request, "session").orElse("none")));
            assertEquals(
                    "user 7",
                    client.get("/", "Cookie: x=1; session=" + sent).read().content());
            assertEquals("none", client.get("/", "Cookie: other=" + sent).read().content());
            for (int i = 0; i < sent.length(); i += 7) {
                char changed = sent.charAt(i) == 'x' ? 'y' : 'x';
                String forged = sent.substring(0, i) + changed + sent.substring(i + 1);
                assertEquals(
                        "none",
                        client.get("/", "Cookie: session=" + forged).read().content(),
                        forged);
            }
        }
        String current = NEW.sign("session", "user 8", Duration.ofMinutes(1)).value();
        assertEquals(Optional.empty(), OLD.read(new Cookie("session", current)));
    }
}
