package dev.weir.authentication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.http.HttpException;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.routing.Handler;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationTest {

    private record User(String name) {}

    private static final Handler WHO = request -> Response.text("x")
            .withHeader(
                    "Who",
                    request.attribute("principal", User.class).orElseThrow().name());

    private static final Authentication BASIC = Authentication.basic(
            "files",
            credentials -> credentials.matches("Aladdin", "open sesame")
                    ? Optional.of(new User(credentials.user()))
                    : Optional.empty());

    private static final Authentication BEARER = Authentication.bearer(
            "api", token -> Optional.of(new User("bearer")).filter(user -> token.matches("mF_9.B5f-4.1JqM")));

    private static Response answer(Authentication authentication, String... authorizations) throws Exception {
        Request request = Request.get("/");
        for (String authorization : authorizations) {
            request = request.withHeaders(request.headers().plus("Authorization", authorization));
        }
        return authentication.around(WHO).handle(request);
    }

    private static String basic(String userAndPassword, Charset charset) {
        return "Basic " + Base64.getEncoder().encodeToString(userAndPassword.getBytes(charset));
    }

    private static List<String> challenges(Response response) {
        return response.headers().all("WWW-Authenticate");
    }

    @Nested
    class Basic {

        private static final List<String> CHALLENGE = List.of("Basic realm=\"files\", charset=\"UTF-8\"");

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
                    "basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
                    "BASIC   QWxhZGRpbjpvcGVuIHNlc2FtZQ=="
                })
        void letsPassWhoIsKnown(String authorization) throws Exception {
            Response response = answer(BASIC, authorization);
            assertEquals(Optional.of("Aladdin"), response.header("Who"));
        }

        @Test
        void challengesWhoSaysNothing() throws Exception {
            Response response = answer(BASIC);
            assertEquals(Status.UNAUTHORIZED, response.status());
            assertEquals(CHALLENGE, challenges(response));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Basic",
                    "Basic QWxhZGRpbg==",
                    "Basic QWxhZGRpbjpvcGVu",
                    "Basic ****",
                    "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ== x",
                    "Basic\tQWxhZGRpbjpvcGVuIHNlc2FtZQ==",
                    "Basi QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
                    "BasicQWxhZGRpbjpvcGVuIHNlc2FtZQ==",
                    "Bearer QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
                    "Digest username=\"Aladdin\"",
                    ""
                })
        void challengesWhoSaysAnythingElse(String authorization) throws Exception {
            Response response = answer(BASIC, authorization);
            assertEquals(Status.UNAUTHORIZED, response.status());
            assertEquals(CHALLENGE, challenges(response));
        }

        @Test
        void splitsAtTheFirstColon() throws Exception {
            AtomicReference<String> seen = new AtomicReference<>();
            Authentication authentication = Authentication.basic("x", credentials -> {
                seen.set(credentials.user() + "|" + credentials.password());
                return Optional.of(new User("any"));
            });
            answer(authentication, basic("a:b:c", StandardCharsets.UTF_8));
            assertEquals("a|b:c", seen.get());
            answer(authentication, basic(":", StandardCharsets.UTF_8));
            assertEquals("|", seen.get());
            answer(authentication, basic("tést:123£", StandardCharsets.UTF_8));
            assertEquals("tést|123£", seen.get());
        }

        @Test
        void asksNobodyAboutWhatIsNoText() throws Exception {
            Authentication authentication = Authentication.basic("x", credentials -> {
                throw new AssertionError("asked");
            });
            for (String authorization : List.of(
                    basic("tést:123", StandardCharsets.ISO_8859_1),
                    basic("a\u0000:b", StandardCharsets.UTF_8),
                    basic("a:b\r\n", StandardCharsets.UTF_8),
                    basic("a:b\u007f", StandardCharsets.UTF_8))) {
                assertEquals(
                        Status.UNAUTHORIZED,
                        answer(authentication, authorization).status());
            }
        }
    }

    @Nested
    class Bearer {

        @Test
        void letsPassWhoBearsTheToken() throws Exception {
            assertEquals(
                    Optional.of("bearer"),
                    answer(BEARER, "Bearer mF_9.B5f-4.1JqM").header("Who"));
            assertEquals(
                    Optional.of("bearer"),
                    answer(BEARER, "bearer  mF_9.B5f-4.1JqM").header("Who"));
        }

        @Test
        void challengesWithoutAnErrorWhoSaysNothing() throws Exception {
            Response response = answer(BEARER);
            assertEquals(Status.UNAUTHORIZED, response.status());
            assertEquals(List.of("Bearer realm=\"api\""), challenges(response));
            assertEquals(List.of("Bearer realm=\"api\""), challenges(answer(BEARER, "Basic QTpi")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"Bearer x", "Bearer mF_9.B5f-4.1JqM=", "Bearer AZaz09-._~+/=="})
        void saysThatATokenIsNotValid(String authorization) throws Exception {
            Response response = answer(BEARER, authorization);
            assertEquals(Status.UNAUTHORIZED, response.status());
            assertEquals(List.of("Bearer realm=\"api\", error=\"invalid_token\""), challenges(response));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"Bearer", "Bearer =", "Bearer a b", "Bearer a=b", "Bearer \"a\"", "Bearer a,b", "Bearer é"})
        void saysThatThereIsNoToken(String authorization) throws Exception {
            Response response = answer(BEARER, authorization);
            assertEquals(Status.BAD_REQUEST, response.status());
            assertEquals(List.of("Bearer realm=\"api\", error=\"invalid_request\""), challenges(response));
        }

        @Test
        void tellsWhatAHandlerFindsMissing() {
            HttpException refusal = Authentication.insufficientScope("api", "todos:read todos:write");
            assertEquals(Status.FORBIDDEN, refusal.status());
            assertEquals(
                    Optional.of("Bearer realm=\"api\", error=\"insufficient_scope\", scope=\"todos:read todos:write\""),
                    refusal.headers().first("WWW-Authenticate"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " a", "a ", "a  b", "a\"b", "a\\b", "é", "a\nb"})
        void refusesAScopeThatIsNone(String scope) {
            assertThrows(IllegalArgumentException.class, () -> Authentication.insufficientScope("api", scope));
        }
    }

    @Nested
    class Both {

        private static final Authentication EITHER = BASIC.or(BEARER);

        @Test
        void letPassByEitherScheme() throws Exception {
            assertEquals(
                    Optional.of("Aladdin"),
                    answer(EITHER, "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==").header("Who"));
            assertEquals(
                    Optional.of("bearer"),
                    answer(EITHER, "Bearer mF_9.B5f-4.1JqM").header("Who"));
        }

        @Test
        void challengeForEachScheme() throws Exception {
            assertEquals(
                    List.of("Basic realm=\"files\", charset=\"UTF-8\"", "Bearer realm=\"api\""),
                    challenges(answer(EITHER)));
            assertEquals(
                    List.of(
                            "Basic realm=\"files\", charset=\"UTF-8\"",
                            "Bearer realm=\"api\", error=\"invalid_token\""),
                    challenges(answer(EITHER, "Bearer x")));
        }

        @Test
        void cannotBeTheSame() {
            assertThrows(IllegalArgumentException.class, () -> EITHER.or(BASIC));
        }
    }

    @Test
    void refusesAuthorizationThatIsRepeated() throws Exception {
        Response response = answer(BASIC, "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
        assertEquals(Status.BAD_REQUEST, response.status());
    }

    @Test
    void leavesThePrincipalUnderTheNameThatWasChosen() throws Exception {
        Response response = BASIC.withAttribute("user")
                .around(request -> Response.text(
                        request.attribute("user", User.class).orElseThrow().name()))
                .handle(Request.get("/").withHeader("Authorization", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="));
        assertEquals(Status.OK, response.status());
    }

    @Test
    void doesNotHideThatPrincipalsCannotBeFound() {
        Authentication broken = Authentication.bearer("x", token -> {
            throw new java.io.IOException("the database is down");
        });
        assertThrows(java.io.IOException.class, () -> answer(broken, "Bearer abc"));
    }

    @Test
    void putsSecretsIntoNoText() throws Exception {
        Request request = Request.get("/").withHeader("Authorization", "Bearer secret");
        assertFalse(request.toString().contains("secret"));
        assertEquals("basic credentials", new BasicCredentials("user", "secret").toString());
        assertEquals("bearer token", new BearerToken("secret").toString());
    }

    @ParameterizedTest
    @CsvSource({"a,a,true", "a,b,false", "a,aa,false", "aa,a,false", "'','',true", "'',a,false", "é,é,true", "é,e,false"
    })
    void comparesSecrets(String sent, String right, boolean isSame) {
        assertEquals(isSame, new BearerToken(sent).matches(right));
        assertEquals(isSame, new BasicCredentials("u", sent).matches("u", right));
        assertEquals(isSame, new BasicCredentials(sent, "p").matches(right, "p"));
    }

    @Test
    void quotesTheRealmAndRefusesWhatCannotBeSent() throws Exception {
        Authentication quoted = Authentication.bearer("a \"b\" \\c", token -> Optional.empty());
        assertEquals(List.of("Bearer realm=\"a \\\"b\\\" \\\\c\""), challenges(answer(quoted)));
        for (String realm : List.of("a\r\nb", "a\u0000", "é")) {
            assertTrue(assertThrows(
                            IllegalArgumentException.class,
                            () -> Authentication.basic(realm, credentials -> Optional.empty()))
                    .getMessage()
                    .contains("expected"));
        }
    }
}
