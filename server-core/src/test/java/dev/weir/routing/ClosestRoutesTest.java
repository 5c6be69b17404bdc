package dev.weir.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.http.HttpException;
import dev.weir.http.MediaType;
import dev.weir.http.Method;
import dev.weir.http.Problem;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Development mode: what a request that got no further is told. */
class ClosestRoutesTest {

    private static final Handler NOTHING = request -> Response.noContent();

    private static Router.Builder routes(String... routes) {
        Router.Builder builder = Router.builder();
        for (String route : routes) {
            String[] parts = route.split(" ");
            builder.route(Method.of(parts[0]), parts[1], NOTHING);
        }
        return builder;
    }

    private static Problem problem(Router.Builder routes, Request request) throws Exception {
        return routes.developmentMode().build().handle(request).problem().orElseThrow();
    }

    /** Route and failure of each, as text. */
    private static List<String> closest(Problem problem) {
        List<String> all = new ArrayList<>();
        if (problem.extensions().get("closest") instanceof List<?> members) {
            for (Object member : members) {
                all.add(((Map<?, ?>) member).get("route") + ": " + ((Map<?, ?>) member).get("failed"));
            }
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /users/{id}           | /user/5        | segment 1 is not \"users\"",
                "GET /users/{id}           | /Users/5       | segment 1 is \"users\" but for upper and lower case",
                "GET /users/{id:[0-9]+}    | /users/x       | segment 2 does not match [0-9]+",
                "GET /files/report-{y}.pdf | /files/x.pdf   | segment 2 is not of the form report-{}.pdf",
                "GET /users/{id}           | /users/        | segment 2 is empty",
                "GET /users/{id:[0-9]}     | //5            | segment 1 is empty",
                "GET /users                | /users/        | the slash at the end is too many",
                "GET /users/               | /users         | the slash at the end is missing",
                "GET /users/{id}           | /users/5/x     | 1 segment is too many",
                "GET /users/{id}/orders    | /users         | 2 segments are missing at the end",
                "GET /users/{id}/{*rest}   | /users         | 1 segment is missing at the end",
                "GET /users/{id}/orders    | /users/5/order | segment 3 is not \"orders\"",
                "GET /a/{id}/b             | /a//c          | segment 2 is empty, segment 3 is not \"b\"",
                "POST /users               | /users/        | the slash at the end is too many, and the method is not POST",
            })
    void saysWhatFailedAtARoute(String route, String target, String failed) throws Exception {
        Problem problem = problem(routes(route), Request.get(target));
        assertEquals(Status.NOT_FOUND, problem.status());
        assertEquals(List.of(route + ": " + failed), closest(problem));
        assertEquals(
                "Closest is " + route + ": " + failed + ".", problem.detail().orElseThrow());
    }

    @Test
    void namesTheClosestFirstAndFiveAtMost() throws Exception {
        Problem problem = problem(
                routes("GET /a/b/c", "GET /a/b/d", "GET /a/x/y/z", "GET /a", "GET /a/b", "GET /a/b/{c}/e", "GET /a/q"),
                Request.get("/a/b/cc"));
        assertEquals(5, closest(problem).size());
        assertEquals("GET /a/b/c: segment 3 is not \"c\"", closest(problem).get(0));
    }

    @Test
    void leavesOutWhatHasNothingInCommon() throws Exception {
        Problem problem = problem(routes("GET /orders/{id}", "GET /{a}/{b}/{c}"), Request.get("/nothing/5"));
        assertEquals(List.of(), closest(problem));
        assertEquals(Optional.of("No route comes close."), problem.detail());
    }

    @Test
    void saysWhichMethodsThereAre() throws Exception {
        Router router =
                routes("GET /users/{id}", "PUT /users/{id}").developmentMode().build();
        Response response = router.handle(Request.of(Method.DELETE, "/users/5"));
        assertEquals(Status.METHOD_NOT_ALLOWED, response.status());
        assertEquals("GET, HEAD, OPTIONS, PUT", response.header("Allow").orElseThrow());
        assertEquals(
                List.of("GET /users/{id}: the method is not GET", "PUT /users/{id}: the method is not PUT"),
                closest(response.problem().orElseThrow()));
    }

    private static Route withMediaTypes(Handler handler) {
        return new Route(
                Optional.of(Method.GET),
                PathPattern.parse("/users"),
                handler,
                "",
                () -> List.of(new RouteDetails(
                        "Users.list()",
                        "Users.java:7",
                        List.of(MediaType.APPLICATION_JSON),
                        List.of(MediaType.TEXT_HTML_UTF_8))));
    }

    @Test
    void saysWhatARouteTakesAndMakes() throws Exception {
        Problem unsupported = problem(
                Router.builder()
                        .route(withMediaTypes(request -> Response.problem(Problem.of(Status.UNSUPPORTED_MEDIA_TYPE)))),
                Request.get("/users"));
        assertEquals(List.of("GET /users: it takes application/json"), closest(unsupported));

        Router router = Router.builder()
                .route(withMediaTypes(request -> {
                    throw new HttpException(Status.NOT_ACCEPTABLE, "There is more.").withHeader("Vary", "Accept");
                }))
                .developmentMode()
                .build();
        HttpException thrown = assertThrows(HttpException.class, () -> router.handle(Request.get("/users")));
        assertEquals(List.of("GET /users: it makes text/html; charset=utf-8"), closest(thrown.problem()));
        assertEquals(Optional.of("There is more."), thrown.problem().detail());
        assertEquals(Optional.of("Accept"), thrown.headers().first("Vary"));
        assertTrue(thrown.problem().toJson().contains("\"handler\":\"Users.list()\",\"source\":\"Users.java:7\""));
    }

    @Test
    void leavesAnswersOfHandlersAlone() throws Exception {
        Router router = Router.builder()
                .get("/a", request -> Response.problem(Problem.of(Status.NOT_FOUND)))
                .get("/b", request -> {
                    throw new HttpException(Status.NOT_FOUND);
                })
                .developmentMode()
                .build();
        assertEquals(
                Problem.of(Status.NOT_FOUND),
                router.handle(Request.get("/a")).problem().orElseThrow());
        HttpException thrown = assertThrows(HttpException.class, () -> router.handle(Request.get("/b")));
        assertEquals(Problem.of(Status.NOT_FOUND), thrown.problem());
    }

    @Test
    void neverTellsWhatTheClientSent() throws Exception {
        Problem problem = problem(
                routes("GET /users/{id:[0-9]+}"), Request.get("/users/%3Cscript%3Ealert(1)%3C%2Fscript%3E?q=script"));
        assertEquals(1, closest(problem).size());
        assertFalse((problem.toJson() + problem.toHtml()).contains("script"));
    }

    @Test
    void countsTheSegmentsOfPathsThatAreLong() throws Exception {
        Problem problem = problem(routes("GET /users/{id}"), Request.get("/users" + "/x".repeat(2000)));
        assertEquals(List.of("GET /users/{id}: 1999 segments are too many"), closest(problem));
    }

    @Test
    void saysNothingUnlessItIsOn() throws Exception {
        Router router = routes("GET /users", "GET /users/{id}").build();
        assertEquals(
                Problem.of(Status.NOT_FOUND),
                router.handle(Request.get("/user")).problem().orElseThrow());
        assertEquals(
                Problem.of(Status.METHOD_NOT_ALLOWED),
                router.handle(Request.of(Method.POST, "/users")).problem().orElseThrow());
    }
}
