package dev.weir.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weir.http.ContentOutput;
import dev.weir.http.Headers;
import dev.weir.http.HttpException;
import dev.weir.http.HttpVersion;
import dev.weir.http.Method;
import dev.weir.http.Peer;
import dev.weir.http.Request;
import dev.weir.http.RequestTarget;
import dev.weir.http.Response;
import dev.weir.http.Status;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTest {

    /** Answers with the pattern that it was reached by. */
    private static Handler named(String name) {
        return request -> Response.text(name);
    }

    private static String text(Response response) throws Exception {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        response.content().writeTo(ContentOutput.to(octets));
        return octets.toString(StandardCharsets.UTF_8);
    }

    private static Router routerOf(String... methodsAndPatterns) {
        Router.Builder builder = Router.builder();
        for (String route : methodsAndPatterns) {
            String[] parts = route.split(" ", 2);
            builder.route(Method.of(parts[0]), parts[1], named(route));
        }
        return builder.build();
    }

    private static String get(Router router, String target) throws Exception {
        return text(router.handle(Request.get(target)));
    }

    private static Response handle(Router router, Method method, String target) throws Exception {
        return router.handle(Request.of(method, target));
    }

    private static int status(Router router, String target) throws Exception {
        try {
            return router.handle(Request.get(target)).status().code();
        } catch (HttpException e) {
            return e.status().code();
        }
    }

    // Precedence

    @ParameterizedTest
    @CsvSource({
        "/a/b, GET /a/b",
        "/a/bc, GET /a/b{x}",
        "/a/xc, GET /a/{x}c",
        "/a/7, 'GET /a/{x:[0-9]+}'",
        "/a/z, GET /a/{x}",
        "/a/z/z, GET /a/{*x}",
        "/a/, GET /a/{*x}",
        "/a, GET /a/{*x}"
    })
    void theMostSpecificPatternWinsWhateverTheOrderOfAdding(String path, String winner) throws Exception {
        List<String> routes =
                List.of("GET /a/b", "GET /a/b{x}", "GET /a/{x}c", "GET /a/{x:[0-9]+}", "GET /a/{x}", "GET /a/{*x}");
        TreeSet<String> winners = new TreeSet<>();
        for (List<String> order : permutations(routes)) {
            winners.add(get(routerOf(order.toArray(String[]::new)), path));
        }
        assertEquals(List.of(winner), List.copyOf(winners));
    }

    @ParameterizedTest
    @CsvSource({
        "/a/b/d, GET /a/{x}/d",
        "/a/b/c, GET /a/b/c",
        "/a/b/e, GET /{x}/b/e",
        "/a/b/f, GET /{*x}",
        "/a/q/d, GET /a/{x}/d"
    })
    void goesBackWhereTheMoreSpecificWayLeadsNowhere(String path, String winner) throws Exception {
        List<String> routes = List.of("GET /a/b/c", "GET /a/{x}/d", "GET /{x}/b/e", "GET /{*x}");
        TreeSet<String> winners = new TreeSet<>();
        for (List<String> order : permutations(routes)) {
            winners.add(get(routerOf(order.toArray(String[]::new)), path));
        }
        assertEquals(List.of(winner), List.copyOf(winners));
    }

    @Test
    void theFirstSegmentDecidesBeforeTheSecond() throws Exception {
        assertEquals("GET /a/{x}", get(routerOf("GET /{x}/b", "GET /a/{x}"), "/a/b"));
    }

    @Test
    void ofTwoAffixedSegmentsTheLongerTextWins() throws Exception {
        assertEquals("GET /report-{x}.pdf", get(routerOf("GET /{x}.pdf", "GET /report-{x}.pdf"), "/report-1.pdf"));
    }

    @Test
    void anAffixedVariableTakesAtLeastOneCharacter() throws Exception {
        assertEquals(404, status(routerOf("GET /ab{x}bc"), "/abbc"));
    }

    @Test
    void affixesDoNotOverlap() throws Exception {
        assertEquals(404, status(routerOf("GET /ab{x}bc"), "/abc"));
    }

    @Test
    void aRegularExpressionMatchesTheWholeSegment() throws Exception {
        assertEquals(404, status(routerOf("GET /{x:[0-9]+}"), "/7a"));
    }

    @Test
    void variablesOfAWayThatLedNowhereAreForgotten() throws Exception {
        Router router = Router.builder()
                .get("/{a:[a-z]+}/{b}/no", named("no"))
                .get(
                        "/{c}/{*d}",
                        request -> Response.text(
                                request.pathParameters().names() + request.pathParam("c") + request.pathParam("d")))
                .build();
        assertEquals("[c, d]xy/z", get(router, "/x/y/z"));
    }

    private static List<List<String>> permutations(List<String> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        List<List<String>> all = new ArrayList<>();
        for (String first : items) {
            List<String> others = new ArrayList<>(items);
            others.remove(first);
            for (List<String> rest : permutations(others)) {
                List<String> one = new ArrayList<>(List.of(first));
                one.addAll(rest);
                all.add(one);
            }
        }
        return all;
    }

    // Methods

    @Test
    void theMostSpecificPatternThatSupportsTheMethodWins() throws Exception {
        assertEquals("GET /a/{x}", get(routerOf("POST /a/b", "GET /a/{x}"), "/a/b"));
    }

    @Test
    void aRouteForEveryMethodTakesWhatNoOtherTakes() throws Exception {
        Router router = Router.builder()
                .route(Route.any("/a", named("any")))
                .get("/a", named("get"))
                .build();
        assertEquals("any", text(handle(router, Method.of("BREW"), "/a")));
    }

    @Test
    void aRouteForOneMethodComesBeforeOneForEvery() throws Exception {
        Router router = Router.builder()
                .route(Route.any("/a", named("any")))
                .get("/a", named("get"))
                .build();
        assertEquals("get", get(router, "/a"));
    }

    @Test
    void answers404WhereNoPatternMatches() throws Exception {
        assertEquals(404, status(routerOf("GET /a"), "/b"));
    }

    @Test
    void answers405WherePatternsMatchButNoneSupportsTheMethod() throws Exception {
        assertEquals(
                Status.METHOD_NOT_ALLOWED,
                handle(routerOf("GET /a"), Method.POST, "/a").status());
    }

    @Test
    void allowsTheMethodsOfAllPatternsThatMatch() throws Exception {
        Router router = routerOf("GET /a/b", "PUT /a/{x}", "DELETE /{*x}", "PATCH /b");
        assertEquals(
                Optional.of("DELETE, GET, HEAD, OPTIONS, PUT"),
                handle(router, Method.POST, "/a/b").header("Allow"));
    }

    @Test
    void allowsHeadOnlyTogetherWithGet() throws Exception {
        assertEquals(
                Optional.of("OPTIONS, POST"),
                handle(routerOf("POST /a"), Method.HEAD, "/a").header("Allow"));
    }

    @Test
    void methodsAreCaseSensitive() throws Exception {
        assertEquals(
                Status.METHOD_NOT_ALLOWED,
                handle(routerOf("GET /a"), Method.of("get"), "/a").status());
    }

    @Test
    void headRunsGet() throws Exception {
        assertEquals("GET /a", text(handle(routerOf("GET /a"), Method.HEAD, "/a")));
    }

    @Test
    void headHasARouteOfItsOwnIfThereIsOne() throws Exception {
        assertEquals("HEAD /a", text(handle(routerOf("GET /a", "HEAD /a"), Method.HEAD, "/a")));
    }

    @Test
    void optionsIsAnsweredWithoutContent() throws Exception {
        assertEquals(
                Status.NO_CONTENT,
                handle(routerOf("GET /a"), Method.OPTIONS, "/a").status());
    }

    @Test
    void optionsTellsTheMethods() throws Exception {
        assertEquals(
                Optional.of("GET, HEAD, OPTIONS, POST"),
                handle(routerOf("GET /a", "POST /a"), Method.OPTIONS, "/a").header("Allow"));
    }

    @Test
    void optionsHasARouteOfItsOwnIfThereIsOne() throws Exception {
        assertEquals("OPTIONS /a", text(handle(routerOf("GET /a", "OPTIONS /a"), Method.OPTIONS, "/a")));
    }

    @Test
    void optionsOfAnUnknownPathIsNotFound() throws Exception {
        assertEquals(
                Status.NOT_FOUND,
                handle(routerOf("GET /a"), Method.OPTIONS, "/b").status());
    }

    private static Request request(Method method, RequestTarget target) {
        return Request.of(method, target, HttpVersion.HTTP_1_1, Headers.empty(), Peer.inMemory());
    }

    @Test
    void optionsOfTheServerTellsTheMethodsOfAllRoutes() throws Exception {
        assertEquals(
                Optional.of("GET, HEAD, OPTIONS, PUT"),
                routerOf("GET /a", "PUT /b")
                        .handle(request(Method.OPTIONS, RequestTarget.asterisk()))
                        .header("Allow"));
    }

    @Test
    void optionsOfTheServerMatchesNoPattern() throws Exception {
        assertEquals(
                Status.NO_CONTENT,
                routerOf("OPTIONS /{*x}")
                        .handle(request(Method.OPTIONS, RequestTarget.asterisk()))
                        .status());
    }

    @Test
    void connectIsNotImplemented() throws Exception {
        assertEquals(
                Status.NOT_IMPLEMENTED,
                routerOf("CONNECT /{*x}")
                        .handle(request(Method.CONNECT, RequestTarget.authority("a.test:443")))
                        .status());
    }

    @Test
    void anAbsoluteTargetIsRoutedByItsPath() throws Exception {
        RequestTarget target = RequestTarget.absolute("http://a.test/a", "a.test", "/a");
        assertEquals("GET /a", text(routerOf("GET /a").handle(request(Method.GET, target))));
    }

    // Paths

    private static Router echo(String pattern) {
        return Router.builder()
                .get(pattern, request -> Response.text(request.pathParam("x")))
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "/files/a%2Fb, a/b",
        "/files/a%2fb, a/b",
        "/files/a%252Fb, a%2Fb",
        "/files/a+b, a+b",
        "/files/a%2Bb, a+b",
        "/files/a%20b, a b",
        "/files/a;b=c, a;b=c",
        "/files/a%3Fb, a?b",
        "/files/%C3%A9, \u00e9",
        "/files/..., ...",
        "/files/.a, .a",
        "/files/a%5Cb, a\\b",
        "/files/{x}, {x}",
        "/files/a?x=y, a"
    })
    void aVariableTakesTheDecodedSegment(String target, String value) throws Exception {
        assertEquals(value, get(echo("/files/{x}"), target));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/files/%zz",
                "/files/%",
                "/files/%4",
                "/files/%ff",
                "/files/%C0%AF",
                "/files/%ED%A0%80",
                "/files/%00",
                "/files/.",
                "/files/..",
                "/files/%2e",
                "/files/%2E%2e",
                "/files/.%2e",
                "/../files/a",
                "/no/route/..",
                "/files/./a"
            })
    void answers400ForABadPath(String path) throws Exception {
        assertEquals(400, status(echo("/files/{x}"), path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/files/", "/files//", "//files/a", "/files//a", "/files", "/files/a/", "/files/a/b"})
    void aVariableTakesExactlyOneSegmentThatIsNotEmpty(String path) throws Exception {
        assertEquals(404, status(echo("/files/{x}"), path));
    }

    @Test
    void anEmptySegmentMatchesNoRegularExpression() throws Exception {
        assertEquals(404, status(echo("/{x:.*}"), "/"));
    }

    @Test
    void aLiteralIsComparedDecoded() throws Exception {
        assertEquals("GET /a%20b", get(routerOf("GET /a%20b"), "/%61%20b"));
    }

    @Test
    void aLiteralOutsideAsciiMatchesItsEncoding() throws Exception {
        assertEquals("GET /caf\u00e9", get(routerOf("GET /caf\u00e9"), "/caf%C3%A9"));
    }

    @Test
    void anEncodedSlashDoesNotMatchASlashInThePattern() throws Exception {
        assertEquals(404, status(routerOf("GET /a/b"), "/a%2Fb"));
    }

    @Test
    void aParameterBehindASemicolonIsPartOfTheSegment() throws Exception {
        assertEquals(404, status(routerOf("GET /a"), "/a;b"));
    }

    @ParameterizedTest
    @CsvSource({"/f, ''", "/f/, ''", "/f/a, a", "/f/a/, a/", "/f/a//b, a//b", "/f/a%20b/c, a b/c"})
    void theRestOfAPathIsJoined(String path, String rest) throws Exception {
        assertEquals(rest, get(echo("/f/{*x}"), path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/f/a%2Fb", "/f/a%5Cb", "/f/%2F"})
    void theRestOfAPathWithAnEncodedSlashIsRefusedAsText(String path) throws Exception {
        assertEquals(400, status(echo("/f/{*x}"), path));
    }

    @ParameterizedTest
    @CsvSource({"/f, []", "/f/, '[]'", "/f/a%2Fb/c, '[a/b, c]'", "/f/a/, '[a, ]'", "/f/a%5Cb, '[a\\b]'"})
    void theRestOfAPathAsSegmentsIsLossless(String path, String segments) throws Exception {
        Router router = Router.builder()
                .get(
                        "/f/{*x}",
                        request -> Response.text(
                                request.pathParameters().segments("x").toString()))
                .build();
        assertEquals(segments, get(router, path));
    }

    @Test
    void theRestMayBeTheWholePath() throws Exception {
        assertEquals("", get(echo("/{*x}"), "/"));
    }

    // Trailing slash

    private static Router router(TrailingSlash setting, String... routes) {
        Router.Builder builder = Router.builder().trailingSlash(setting);
        for (String route : routes) {
            String[] parts = route.split(" ", 2);
            builder.route(Method.of(parts[0]), parts[1], named(route));
        }
        return builder.build();
    }

    @ParameterizedTest
    @CsvSource({"GET /a, /a/", "GET /a/, /a"})
    void strictTakesNoOtherEnd(String route, String path) throws Exception {
        assertEquals(404, status(router(TrailingSlash.STRICT, route), path));
    }

    @ParameterizedTest
    @CsvSource({"GET /a, /a/", "GET /a/, /a", "GET /{x}, /b/"})
    void matchTakesBothEnds(String route, String path) throws Exception {
        assertEquals(route, get(router(TrailingSlash.MATCH, route), path));
    }

    @ParameterizedTest
    @CsvSource({
        "GET /a, /a/, /a",
        "GET /a/, /a, /a/",
        "GET /a, /a/?x=1&y, /a?x=1&y",
        "GET /a, /a/?x=100%&y=%4&z=%C3, /a?x=100%25&y=%254&z=%C3",
        "GET /{x}, /a%2Fb/, /a%2Fb",
        "GET /{x}, /a%20%C3%A9/, /a%20%C3%A9",
        "GET /{x}, /a|[b]/, /a%7C%5Bb%5D",
        "GET /{x}, '/a/?{x}^`\\|[]', /a?%7Bx%7D%5E%60%5C%7C%5B%5D"
    })
    void redirectPointsToTheOtherEnd(String route, String target, String location) throws Exception {
        assertEquals(
                Optional.of(location),
                router(TrailingSlash.REDIRECT, route)
                        .handle(Request.get(target))
                        .header("Location"));
    }

    @Test
    void redirectKeepsTheMethod() throws Exception {
        assertEquals(308, status(router(TrailingSlash.REDIRECT, "GET /a"), "/a/"));
    }

    @Test
    void redirectLeavesExactMatchesAlone() throws Exception {
        assertEquals("GET /a", get(router(TrailingSlash.REDIRECT, "GET /a", "GET /a/"), "/a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil",
                "//evil/",
                "//evil.test/a/",
                "//evil.test/%2e%2e/",
                "///evil/",
                "/%2Fevil/",
                "/%5Cevil/"
            })
    void redirectNeverPointsToAnotherHost(String path) throws Exception {
        Router router = router(
                TrailingSlash.REDIRECT,
                "GET //{x}",
                "GET //{x}/",
                "GET //{x}/{y}",
                "GET ///{x}",
                "GET /{x}",
                "GET /{*x}");
        String location = "/";
        try {
            location = router.handle(Request.get(path)).header("Location").orElse("/");
        } catch (HttpException e) {
            assertEquals(Status.BAD_REQUEST, e.status());
        }
        assertEquals(false, location.startsWith("//") || location.startsWith("/\\"), location);
    }

    @Test
    void aPathWithTwoSlashesAtItsStartIsMatchedInsteadOfRedirected() throws Exception {
        assertEquals("GET //{x}", get(router(TrailingSlash.REDIRECT, "GET //{x}"), "//evil/"));
    }

    @ParameterizedTest
    @EnumSource(names = {"MATCH"})
    void theOtherEndAnswers405WithoutTheMethod(TrailingSlash setting) throws Exception {
        assertEquals(405, status(router(setting, "POST /a"), "/a/"));
    }

    @ParameterizedTest
    @EnumSource
    void theRootHasNoOtherEnd(TrailingSlash setting) throws Exception {
        assertEquals(404, status(router(setting, "GET /a"), "/"));
    }

    // Mounts and filters

    @Test
    void mountedRoutesStandBelowThePrefix() throws Exception {
        Router users = routerOf("GET /users/{id}");
        Router router = Router.builder().mount("/api", users.routes()).build();
        assertEquals("GET /users/{id}", get(router, "/api/users/7"));
    }

    @Test
    void mountedRoutesKeepTheParametersOfThePrefix() throws Exception {
        Router users = Router.builder()
                .get("/{id}", request -> Response.text(request.pathParam("v") + request.pathParam("id")))
                .build();
        assertEquals("12", get(Router.builder().mount("/{v}", users.routes()).build(), "/1/2"));
    }

    @ParameterizedTest
    @CsvSource({"/static, ''", "/static/, ''", "/static/a/b, a/b"})
    void aMountedHandlerGetsTheRestOfThePath(String path, String rest) throws Exception {
        Handler files = request -> Response.text(request.pathParam("rest"));
        assertEquals(rest, get(Router.builder().mount("/static", files).build(), path));
    }

    private static Filter noting(List<String> notes, String name) {
        return (request, next) -> {
            notes.add(name);
            Response response = next.handle(request);
            notes.add("/" + name);
            return response;
        };
    }

    @Test
    void filtersRunInTheOrderAddedAndBeforeThoseOfTheRoute() throws Exception {
        List<String> notes = new ArrayList<>();
        Router router = Router.builder()
                .filter(noting(notes, "a"))
                .get("/", named("x"), noting(notes, "c"), noting(notes, "d"))
                .filter(noting(notes, "b"))
                .build();
        router.handle(Request.get("/"));
        assertEquals(List.of("a", "b", "c", "d", "/d", "/c", "/b", "/a"), notes);
    }

    @Test
    void filtersOfARouterDoNotSeeWhatNoRouteTakes() throws Exception {
        List<String> notes = new ArrayList<>();
        Router router =
                Router.builder().filter(noting(notes, "a")).get("/", named("x")).build();
        router.handle(Request.get("/no"));
        assertEquals(List.of(), notes);
    }

    @Test
    void filtersSeeWhatRoutesThrow() throws Exception {
        Router router = Router.builder()
                .filter((request, next) -> {
                    try {
                        return next.handle(request);
                    } catch (IllegalStateException e) {
                        return Response.text("caught");
                    }
                })
                .get("/", request -> {
                    throw new IllegalStateException();
                })
                .build();
        assertEquals("caught", get(router, "/"));
    }

    @Test
    void filtersSeePathParameters() throws Exception {
        Router router = Router.builder()
                .filter((request, next) -> Response.text(request.pathParam("x")))
                .get("/{x}", named("x"))
                .build();
        assertEquals("7", get(router, "/7"));
    }

    // Ambiguity

    @ParameterizedTest
    @CsvSource({
        "/a, /a",
        "/{a}, /{b}",
        "/x{a}, /x{b}",
        "/{a:[0-9]+}, /{b:[0-9]+}",
        "/{*a}, /{*b}",
        "/%41, /A",
        "/{a}/c/{b}, /{b}/c/{a}"
    })
    void refusesTwoRoutesThatMatchTheSameRequests(String first, String second) {
        Router.Builder builder = Router.builder().get(first, named("1")).get(second, named("2"));
        assertThrows(IllegalStateException.class, builder::build);
    }

    @Test
    void namesAllAmbiguousPairsWithTheirOrigins() {
        Route byId = new Route(
                Optional.of(Method.GET), PathPattern.parse("/users/{id}"), named("1"), "UserController.java:24");
        Route byName = new Route(
                Optional.of(Method.GET), PathPattern.parse("/users/{name}"), named("2"), "LegacyController.java:51");
        Router.Builder builder = Router.builder()
                .routes(List.of(byId, byName))
                .route(Route.any("/x", named("3")))
                .route(Route.any("/x", named("4")));
        IllegalStateException refusal = assertThrows(IllegalStateException.class, builder::build);
        assertEquals("""
                Ambiguous routes, each pair matches the same requests:
                 - GET /users/{id} (UserController.java:24) and GET /users/{name} (LegacyController.java:51)
                 - any /x and any /x
                Change a path or a method.""", refusal.getMessage());
    }

    @Test
    void routesOfDifferentMethodsAreNotAmbiguous() throws Exception {
        assertEquals("GET /{a}", get(routerOf("GET /{a}", "POST /{b}"), "/x"));
    }

    @Test
    void eachMethodOfAPatternMayNameItsVariablesItsOwnWay() throws Exception {
        Router router = Router.builder()
                .get("/{a}", request -> Response.text(request.pathParam("a")))
                .post("/{b}", request -> Response.text(request.pathParam("b")))
                .build();
        assertEquals("7", text(handle(router, Method.POST, "/7")));
    }

    @Test
    void listsRoutesInTheOrderAdded() {
        assertEquals(
                List.of("GET /b", "PUT /a"),
                routerOf("GET /b", "PUT /a").routes().stream()
                        .map(Route::toString)
                        .toList());
    }
}
