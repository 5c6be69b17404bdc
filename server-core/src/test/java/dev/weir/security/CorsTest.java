package dev.weir.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.http.Headers;
import dev.weir.http.Method;
import dev.weir.http.Problem;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.ResponseContent;
import dev.weir.http.Status;
import dev.weir.routing.Router;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTest {

    private static final String APP = "https://app.example";

    private static final Router ROUTER = Router.builder()
            .get("/items", request -> Response.text("all"))
            .post("/items", request -> Response.text("added"))
            .put("/items/{id}", request -> Response.noContent())
            .get("/own", request -> Response.text("x").withHeader("Access-Control-Allow-Origin", "https://own.example"))
            .build();

    private static final Cors CORS = Cors.origins(APP, "https://other.example:8443");

    private static Request from(String origin, Request request) {
        return request.withHeader("Origin", origin);
    }

    private static Request preflight(String origin, String target, String method) {
        return from(origin, Request.of(Method.OPTIONS, target)).withHeader("Access-Control-Request-Method", method);
    }

    private static Response answer(Cors cors, Request request) throws Exception {
        return cors.around(ROUTER).handle(request);
    }

    private static Optional<String> allowOrigin(Response response) {
        return response.header("Access-Control-Allow-Origin");
    }

    private static long corsFields(Response response) {
        return StreamSupport.stream(response.headers().spliterator(), false)
                .map(Headers.Field::name)
                .filter(name -> name.startsWith("Access-Control-"))
                .count();
    }

    @Nested
    class Requests {

        @ParameterizedTest
        @ValueSource(strings = {APP, "https://other.example:8443"})
        void fromAllowedOriginsGetThatNamed(String origin) throws Exception {
            Response response = answer(CORS, from(origin, Request.get("/items")));
            assertEquals(Optional.of(origin), allowOrigin(response));
            assertEquals(Optional.of("Origin"), response.header("Vary"));
            assertEquals(1, corsFields(response));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://app.example",
                    "https://app.example:8443",
                    "https://other.example",
                    "https://app.example.evil.example",
                    "https://sub.app.example",
                    "https://App.example",
                    "https://app.example/",
                    "null",
                    "*",
                    ""
                })
        void fromOthersGetNothing(String origin) throws Exception {
            Response response = answer(CORS, from(origin, Request.get("/items")));
            assertEquals(0, corsFields(response));
            assertEquals(Optional.of("Origin"), response.header("Vary"));
            assertEquals(Status.OK, response.status());
        }

        @Test
        void withSeveralOriginsGetNothing() throws Exception {
            Request request = from(APP, Request.get("/items"));
            Request doubled = request.withHeaders(request.headers().plus("Origin", APP));
            assertEquals(0, corsFields(answer(CORS, doubled)));
        }

        @Test
        void withoutAnOriginGetAResponseThatIsNotForAllPages() throws Exception {
            Response response = answer(CORS, Request.get("/items"));
            assertEquals(0, corsFields(response));
            assertEquals(Optional.of("Origin"), response.header("Vary"));
        }

        @Test
        void fromAnyOriginGetTheSame() throws Exception {
            for (Request request : new Request[] {
                Request.get("/items"), from(APP, Request.get("/items")), from("null", Request.get("/items"))
            }) {
                Response response = answer(Cors.anyOrigin(), request);
                assertEquals(Optional.of("*"), allowOrigin(response));
                assertEquals(Optional.empty(), response.header("Vary"));
            }
        }

        @ParameterizedTest
        @CsvSource({
            "https://a.example,true",
            "https://b.a.example,true",
            "http://b.a.example,false",
            "https://b-a.example,false",
            "null,false",
            "https://x@b.a.example,false",
            "https://evil.example/.a.example,false"
        })
        void areJudgedByAPredicate(String origin, boolean isAllowed) throws Exception {
            Cors cors = Cors.originsMatching(
                    text -> text.equals("https://a.example") || text.matches("https://[a-z]+\\.a\\.example"));
            Response response = answer(cors, from(origin, Request.get("/items")));
            assertEquals(isAllowed ? Optional.of(origin) : Optional.empty(), allowOrigin(response));
        }

        @Test
        void thatFailGetTheFieldsToo() throws Exception {
            Response response = answer(CORS, from(APP, Request.get("/nowhere")));
            assertEquals(Status.NOT_FOUND, response.status());
            assertEquals(Optional.of(APP), allowOrigin(response));
        }

        @Test
        void withCredentialsAreToldSo() throws Exception {
            Response response = answer(CORS.withCredentials(), from(APP, Request.get("/items")));
            assertEquals(Optional.of("true"), response.header("Access-Control-Allow-Credentials"));
            assertEquals(Optional.of(APP), allowOrigin(response));
        }

        @Test
        void areToldWhichFieldsAPageMayRead() throws Exception {
            Cors cors = CORS.withExposedFields("ETag", "X-Total");
            Response response = answer(cors, from(APP, Request.get("/items")));
            assertEquals(Optional.of("ETag, X-Total"), response.header("Access-Control-Expose-Headers"));
        }

        @Test
        void keepWhatAHandlerSaysItself() throws Exception {
            Response response = answer(CORS, from(APP, Request.get("/own")));
            assertEquals(Optional.of("https://own.example"), allowOrigin(response));
        }

        @Test
        void addToVary() throws Exception {
            Response response = CORS.around(request -> Response.text("x").withHeader("Vary", "Accept"))
                    .handle(Request.get("/"));
            assertEquals(Optional.of("Accept, Origin"), response.header("Vary"));
            Response all = CORS.around(request -> Response.text("x").withHeader("Vary", "*"))
                    .handle(Request.get("/"));
            assertEquals(Optional.of("*"), all.header("Vary"));
        }
    }

    @Nested
    class Preflights {

        @Test
        void areAnsweredWithTheMethodsThatAreAllowedAndThere() throws Exception {
            Response response = answer(CORS, preflight(APP, "/items", "POST"));
            assertEquals(Status.NO_CONTENT, response.status());
            assertEquals(Optional.of(APP), allowOrigin(response));
            assertEquals(Optional.of("GET, HEAD, POST"), response.header("Access-Control-Allow-Methods"));
            assertEquals(2, corsFields(response));
        }

        @Test
        void allowNoOtherMethodUnlessTold() throws Exception {
            assertEquals(
                    Optional.empty(),
                    answer(CORS, preflight(APP, "/items/7", "PUT")).header("Access-Control-Allow-Methods"));
            Cors wider = CORS.withMethods(Method.PUT, Method.DELETE);
            assertEquals(
                    Optional.of("PUT"),
                    answer(wider, preflight(APP, "/items/7", "PUT")).header("Access-Control-Allow-Methods"));
            assertEquals(
                    Optional.empty(),
                    answer(wider, preflight(APP, "/items", "POST")).header("Access-Control-Allow-Methods"));
        }

        @Test
        void canAllowAllThatARouteHas() throws Exception {
            assertEquals(
                    Optional.of("OPTIONS, PUT"),
                    answer(CORS.withMethodsOfRoutes(), preflight(APP, "/items/7", "PUT"))
                            .header("Access-Control-Allow-Methods"));
        }

        @Test
        void ofUnknownPathsFail() throws Exception {
            Response response = answer(CORS, preflight(APP, "/nowhere", "POST"));
            assertEquals(Status.NOT_FOUND, response.status());
            assertEquals(Optional.empty(), response.header("Access-Control-Allow-Methods"));
        }

        @Test
        void fromOtherOriginsGetNoLeave() throws Exception {
            Response response = answer(CORS, preflight("https://evil.example", "/items", "POST"));
            assertEquals(0, corsFields(response));
            assertEquals(Optional.of("Origin"), response.header("Vary"));
        }

        @Test
        void areToldFieldsAndAge() throws Exception {
            Cors cors = CORS.withRequestFields("Content-Type", "X-Key")
                    .withExposedFields("ETag")
                    .withCredentials()
                    .withMaxAge(Duration.ofMinutes(10));
            Response response = answer(cors, preflight(APP, "/items", "POST"));
            assertEquals(Optional.of("Content-Type, X-Key"), response.header("Access-Control-Allow-Headers"));
            assertEquals(Optional.of("600"), response.header("Access-Control-Max-Age"));
            assertEquals(Optional.of("true"), response.header("Access-Control-Allow-Credentials"));
            assertEquals(Optional.empty(), response.header("Access-Control-Expose-Headers"));
        }

        @Test
        void ofAHandlerThatTellsNoMethodsAreToldThoseThatAreAllowed() throws Exception {
            Response response = CORS.withMethods(Method.PUT, Method.GET)
                    .around(request -> Response.noContent())
                    .handle(preflight(APP, "/", "PUT"));
            assertEquals(Optional.of("GET, PUT"), response.header("Access-Control-Allow-Methods"));
            Response any = CORS.withMethodsOfRoutes()
                    .around(request -> Response.noContent())
                    .handle(preflight(APP, "/", "PURGE"));
            assertEquals(Optional.of("PURGE"), any.header("Access-Control-Allow-Methods"));
        }

        @Test
        void passAuthenticationThatTheyCannotHave() throws Exception {
            AtomicBoolean isClosed = new AtomicBoolean();
            Response refusal = Response.problem(Problem.of(Status.UNAUTHORIZED))
                    .withHeader("WWW-Authenticate", "Bearer")
                    .withContent(new ResponseContent() {
                        @Override
                        public java.util.OptionalLong length() {
                            return java.util.OptionalLong.of(0);
                        }

                        @Override
                        public void writeTo(dev.weir.http.ContentOutput output) {}

                        @Override
                        public void close() {
                            isClosed.set(true);
                        }
                    });
            Response response = CORS.around(request -> refusal).handle(preflight(APP, "/items", "POST"));
            assertEquals(Status.NO_CONTENT, response.status());
            assertEquals(Optional.empty(), response.header("WWW-Authenticate"));
            assertEquals(Optional.empty(), response.header("Content-Type"));
            assertEquals(Optional.of("GET, HEAD, POST"), response.header("Access-Control-Allow-Methods"));
            assertTrue(isClosed.get());

            Request foreign = preflight("https://evil.example", "/items", "POST");
            assertEquals(
                    Status.UNAUTHORIZED,
                    CORS.around(request -> refusal).handle(foreign).status());
        }

        @Test
        void areNotMistakenForOtherOptions() throws Exception {
            Response response = answer(CORS, from(APP, Request.of(Method.OPTIONS, "/items")));
            assertEquals(Optional.of("GET, HEAD, OPTIONS, POST"), response.header("Allow"));
            assertEquals(Optional.empty(), response.header("Access-Control-Allow-Methods"));
        }
    }

    @Nested
    class Settings {

        @Test
        void refuseCredentialsForAnyOrigin() {
            assertThrows(IllegalStateException.class, () -> Cors.anyOrigin().withCredentials());
            assertThrows(IllegalStateException.class, () -> CORS.withRequestFields("*")
                    .withCredentials());
            assertThrows(
                    IllegalStateException.class, () -> CORS.withCredentials().withExposedFields("*"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"*", "null", "app.example", "https://app.example/", "https://app.example:443"})
        void refuseOriginsThatNoBrowserSends(String origin) {
            assertThrows(IllegalArgumentException.class, () -> Cors.origins(origin));
        }

        @Test
        void refuseNamesThatAreNone() {
            assertThrows(IllegalArgumentException.class, () -> CORS.withRequestFields("a b"));
            assertThrows(IllegalArgumentException.class, () -> CORS.withExposedFields("a,b"));
        }

        @Test
        void refuseAnAgeThatNoBrowserKeeps() {
            assertThrows(IllegalArgumentException.class, () -> CORS.withMaxAge(Duration.ofSeconds(-1)));
            assertThrows(IllegalArgumentException.class, () -> CORS.withMaxAge(Duration.ofHours(25)));
        }

        @Test
        void canBeForAPartOfThePaths() throws Exception {
            Response inside = CORS.under("/items").around(ROUTER).handle(from(APP, Request.get("/items")));
            assertEquals(Optional.of(APP), allowOrigin(inside));
            Response given = Response.text("x");
            assertSame(given, CORS.under("/items").around(request -> given).handle(from(APP, Request.get("/other"))));
        }
    }
}
