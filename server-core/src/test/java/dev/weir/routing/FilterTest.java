package dev.weir.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weir.http.HttpException;
import dev.weir.http.Request;
import dev.weir.http.RequestTarget;
import dev.weir.http.Response;
import dev.weir.http.Status;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {

    private static final Handler OPEN = request -> Response.text("open");

    private static final Filter GUARD = (request, next) -> Response.of(Status.FORBIDDEN);

    private static Filter named(String name) {
        return (request, next) -> {
            Response response = next.handle(request);
            return response.plusHeader("Passed", name);
        };
    }

    @Test
    void theFirstOfAChainIsOutermost() throws Exception {
        Response response = Filter.chain(List.of(named("a"), named("b")), OPEN).handle(Request.get("/"));
        assertEquals(List.of("b", "a"), response.headers().all("Passed"));
    }

    @ParameterizedTest
    @CsvSource({
        "/admin,true",
        "/admin/,true",
        "/admin?x,true",
        "/admin/users/7,true",
        "/%61dmin/users,true",
        "/%61%64%6D%69%6e,true",
        "/admin%2Fusers,false",
        "/administrator,false",
        "/Admin,false",
        "/,false",
        "//admin,false",
        "/x/admin,false"
    })
    void standsBeforeAPathAndAllBelowItHoweverThatIsWritten(String target, boolean isUnder) throws Exception {
        Response response = GUARD.under("/admin").around(OPEN).handle(Request.get(target));
        assertEquals(isUnder ? Status.FORBIDDEN : Status.OK, response.status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%zz", "/admin/%", "/admin/../x", "/x/%2e%2e/admin", "/admin%00"})
    void refusesAPathThatCannotBeDecoded(String target) {
        Handler guarded = GUARD.under("/admin").around(OPEN);
        HttpException refusal = assertThrows(HttpException.class, () -> guarded.handle(Request.get(target)));
        assertEquals(Status.BAD_REQUEST, refusal.status());
    }

    @Test
    void seesATargetInAbsoluteFormAndNotTheWholeServer() throws Exception {
        Handler guarded = GUARD.under("/admin").around(OPEN);
        Request absolute =
                Request.get("/").withTarget(RequestTarget.absolute("http://a.test/admin/x", "a.test", "/admin/x"));
        assertEquals(Status.FORBIDDEN, guarded.handle(absolute).status());
        Request server = Request.get("/").withTarget(RequestTarget.asterisk());
        assertEquals(Status.OK, guarded.handle(server).status());
    }

    @Test
    void comparesSegmentsOfSeveralWords() throws Exception {
        Handler guarded = GUARD.under("/a%20b/c").around(OPEN);
        assertEquals(Status.FORBIDDEN, guarded.handle(Request.get("/a%20b/c/d")).status());
        assertEquals(Status.OK, guarded.handle(Request.get("/a%20b")).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "admin", "/", "/admin/"})
    void refusesAPathThatIsNoneToStandBefore(String path) {
        assertThrows(IllegalArgumentException.class, () -> GUARD.under(path));
    }
}
