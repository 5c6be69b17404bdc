package dev.weir.sample;

import dev.weir.compression.Compression;
import dev.weir.controllers.Controllers;
import dev.weir.routing.Filter;
import dev.weir.routing.Route;
import dev.weir.security.CsrfProtection;
import java.util.ArrayList;
import java.util.List;

/** All routes of the sample application. */
final class SampleRoutes {

    /** Nothing stands between this server and browsers that might change Host, so what they say may be held against it. */
    static final Filter WRITES_FROM_OWN_PAGES = CsrfProtection.sameOrigin().comparingOriginAlways();

    private SampleRoutes() {}

    static List<Route> of(TodoStore todos, FileStore files) {
        List<Route> routes = new ArrayList<>();
        routes.addAll(Controllers.of(new PageController(), new UserAgentController(), new TodoController(todos)));
        // An echo is compressed however short it is, so that this can be seen at work.
        routes.addAll(behind(Compression.gzip().withMinimumSize(0), Controllers.of(new EchoController())));
        routes.addAll(behind(WRITES_FROM_OWN_PAGES, Controllers.of(new FileController(files))));
        return routes;
    }

    private static List<Route> behind(Filter filter, List<Route> routes) {
        return routes.stream().map(route -> route.behind(filter)).toList();
    }
}
