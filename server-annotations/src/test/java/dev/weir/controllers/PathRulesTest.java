package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.HttpServer;
import dev.weir.HttpServerBuilder;
import dev.weir.annotations.Controller;
import dev.weir.annotations.Get;
import dev.weir.http.Method;
import dev.weir.routing.TrailingSlash;
import dev.weir.testing.TestClient;
import dev.weir.testing.TestResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of how a path is split and decoded, and of the slash at its end, one test for each. */
class PathRulesTest {

    @Controller("/p")
    static final class Paths {
        @Get("/one/{id}")
        String one(String id) {
            return "<" + id + ">";
        }

        @Get("/text/{*rest}")
        String text(String rest) {
            return "<" + rest + ">";
        }

        @Get("/list/{*rest}")
        String list(List<String> rest) {
            return rest.size() + rest.toString();
        }

        @Get("/array/{*rest}")
        String array(String[] rest) {
            return rest.length + String.join("|", rest);
        }
    }

    @Controller
    static final class Slashes {
        @Get("/a")
        String a() {
            return "a";
        }

        @Get("/b/")
        String b() {
            return "b";
        }

        @Get("/both")
        String without() {
            return "without";
        }

        @Get("/both/")
        String with() {
            return "with";
        }
    }

    private static TestClient client;

    private static HttpServerBuilder application() {
        return HttpServer.builder().routes(Weir.routes(new Paths(), new Slashes()));
    }

    @BeforeAll
    static void start() {
        client = TestClient.inMemory(application());
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    private static String get(String target) {
        return text(client.get(target).send());
    }

    private static String text(TestResponse response) {
        return (response.status().code() + " " + response.text()).strip();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/p/one/a%2Fb        | 200 <a/b>",
                "/p/one/a%252Fb      | 200 <a%2Fb>",
                "/p/one/a+b          | 200 <a+b>",
                "/p/one/a%20b        | 200 <a b>",
                "/p/one/%C3%BC       | 200 <ü>",
                "/p/one/a;v=1        | 200 <a;v=1>",
                "/p/one/a%3Bb        | 200 <a;b>",
                "/p/one/a%5Cb        | 200 <a\\b>",
                "/p/one/...          | 200 <...>",
                "/p/one/a%2F..%2Fb   | 200 <a/../b>",
                "/p/one/%zz          | 400",
                "/p/one/%            | 400",
                "/p/one/%2           | 400",
                "/p/one/a%           | 400",
                "/p/one/%00          | 400",
                "/p/one/%FF          | 400",
                "/p/one/%C0%AF       | 400",
                "/p/one/%ED%A0%80    | 400",
                "/p/one/.            | 400",
                "/p/one/..           | 400",
                "/p/one/%2e          | 400",
                "/p/one/%2E%2e       | 400",
                "/p/one/.%2e/x       | 400",
                "/p/./one/x          | 400",
                "/nowhere/../p/one/x | 400",
                "/nowhere/%zz        | 400",
                "/p/one/             | 404",
                "/p/one              | 404",
                "/p//one/x           | 404",
                "//p/one/x           | 404",
                "/p/one//x           | 404",
            })
    void eachSegmentIsDecodedOnceAndStrictly(String target, String answer) {
        String text = get(target);
        assertEquals(answer, answer.startsWith("200") ? text : text.substring(0, 3));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '!',
            value = {
                "/p/text                ! 200 <>",
                "/p/text/               ! 200 <>",
                "/p/text/a              ! 200 <a>",
                "/p/text/a/b%20c        ! 200 <a/b c>",
                "/p/text/a//b           ! 200 <a//b>",
                "/p/text/a%2Fb          ! 400",
                "/p/text/a%5Cb          ! 400",
                "/p/text/x/..%2F..%2Fy  ! 400",
                "/p/text/a/%2e%2e/b     ! 400",
                "/p/list                ! 200 0[]",
                "/p/list/               ! 200 1[]",
                "/p/list/a%2Fb/c%5Cd    ! 200 2[a/b, c\\d]",
                "/p/list/a//b           ! 200 3[a, , b]",
                "/p/list/a/b/           ! 200 3[a, b, ]",
                "/p/list/a%252Fb        ! 200 1[a%2Fb]",
                "/p/list/a,b            ! 200 1[a,b]",
                "/p/array/a%2Fb/c       ! 200 2a/b|c",
            })
    void theRestIsRefusedAsTextIfASegmentHoldsASlashAndIsLosslessAsAList(String target, String answer) {
        String text = get(target);
        assertEquals(answer, answer.startsWith("200") ? text : text.substring(0, 3));
    }

    @Test
    void aPathWithAndOneWithoutASlashAtItsEndDiffer() {
        assertEquals("200 a", get("/a"));
        client.get("/a/").send().expect(404);
        assertEquals("200 b", get("/b/"));
        client.get("/b").send().expect(404);
        assertEquals("200 without", get("/both"));
        assertEquals("200 with", get("/both/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void redirectIsA308ThatKeepsTheQuery(String method) {
        try (TestClient redirected = TestClient.inMemory(application().trailingSlash(TrailingSlash.REDIRECT))) {
            TestResponse response =
                    redirected.request(Method.of(method), "/a/?x=1%2F&y").send().expect(308);
            assertEquals(Optional.of("/a?x=1%2F&y"), response.header("Location"));
            response = redirected.request(Method.of(method), "/b?x=/").send().expect(308);
            assertEquals(Optional.of("/b/?x=/"), response.header("Location"));
            redirected.get("/both/").send().expect(200);
            redirected.get("/nowhere/").send().expect(404);
            redirected.get("/p/one/").send().expect(404);
        }
    }

    @Test
    void matchRunsTheRouteOfTheOtherEnd() {
        try (TestClient matched = TestClient.inMemory(application().trailingSlash(TrailingSlash.MATCH))) {
            assertEquals("200 a", text(matched.get("/a/?x=1").send()));
            assertEquals("200 b", text(matched.get("/b").send()));
            assertEquals("200 with", text(matched.get("/both/").send()));
            assertTrue(text(matched.get("/a//").send()).startsWith("404"));
        }
    }
}
