package dev.weir.sample;

import dev.weir.compression.Compression;
import dev.weir.controllers.Controllers;
import dev.weir.files.StaticFiles;
import dev.weir.routing.Filter;
import dev.weir.routing.Route;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All routes of the sample application. */
final class SampleRoutes {

    private SampleRoutes() {}

    static List<Route> of(TodoStore todos, FileStore files, Optional<Path> publicDirectory) {
        List<Route> routes = new ArrayList<>();
        routes.addAll(Controllers.of(
                new PageController(), new UserAgentController(), new TodoController(todos, new TodoFeed())));
        // An echo is compressed however short it is, so that this can be seen at work.
        routes.addAll(behind(Compression.gzip().withMinimumSize(0), Controllers.of(new EchoController())));
        routes.addAll(behind(new SameOriginWrites(), Controllers.of(new FileController(files))));
        publicDirectory.ifPresent(directory -> routes.add(publicFiles(directory)));
        return routes;
    }

    private static Route publicFiles(Path directory) {
        return Route.any("/public/{*rest}", StaticFiles.of(directory));
    }

    private static List<Route> behind(Filter filter, List<Route> routes) {
        return routes.stream().map(route -> route.behind(filter)).toList();
    }
}
