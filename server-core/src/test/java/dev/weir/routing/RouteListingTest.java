package dev.weir.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weir.http.MediaType;
import dev.weir.http.Method;
import dev.weir.http.Response;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RouteListingTest {

    private static final Handler NOTHING = request -> Response.noContent();

    private static Route route(String method, String pattern, RouteDetails... details) {
        return new Route(
                Optional.of(Method.of(method)), PathPattern.parse(pattern), NOTHING, "", () -> List.of(details));
    }

    @Test
    void listsRoutesByPathAndMethodInColumns() {
        Route find = route(
                "GET",
                "/todos/{id}",
                new RouteDetails(
                        "TodoController.find(long)",
                        "TodoController.java:24",
                        List.of(),
                        List.of(MediaType.APPLICATION_JSON)));
        Route add = route(
                "POST",
                "/todos",
                new RouteDetails(
                        "TodoController.add(Todo)", "", List.of(MediaType.APPLICATION_JSON, MediaType.ALL), List.of()));

        assertEquals(
                """
                METHOD  PATH         TAKES                  MAKES             HANDLER                    SOURCE
                GET     /todos                                                Todos
                POST    /todos       application/json, */*                    TodoController.add(Todo)
                GET     /todos/{id}                         application/json  TodoController.find(long)  TodoController.java:24
                any     /z
                """,
                RouteListing.of(List.of(
                        Route.any("/z", NOTHING),
                        find,
                        add,
                        new Route(Optional.of(Method.GET), PathPattern.parse("/todos"), NOTHING, "Todos"))));
    }

    @Test
    void hasALineForEachHandlerOfARoute() {
        Route route = route(
                "GET",
                "/a",
                new RouteDetails("A.second()", "", List.of(), List.of(MediaType.APPLICATION_JSON)),
                new RouteDetails("A.first()", "", List.of(), List.of(MediaType.APPLICATION_JSON)));

        assertEquals("""
                METHOD  PATH  TAKES  MAKES             HANDLER     SOURCE
                GET     /a           application/json  A.first()
                GET     /a           application/json  A.second()
                """, RouteListing.of(List.of(route)));
    }

    @Test
    void detailsStayWithRoutesThatMoveAndAreNotAskedForUntilThen() {
        AtomicInteger asked = new AtomicInteger();
        Route route = new Route(Optional.of(Method.GET), PathPattern.parse("/a"), NOTHING, "", () -> {
            asked.incrementAndGet();
            return List.of(new RouteDetails("A.a()", "A.java:1", List.of(), List.of()));
        });
        Router router = Router.builder()
                .route(route.under("/api").behind((request, next) -> next.handle(request)))
                .build();

        assertEquals(0, asked.get());
        assertEquals("""
                METHOD  PATH    TAKES  MAKES  HANDLER  SOURCE
                GET     /api/a                A.a()    A.java:1
                """, RouteListing.of(router.routes()));
    }
}
