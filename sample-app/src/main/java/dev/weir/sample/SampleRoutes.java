package dev.weir.sample;

import dev.weir.compression.Compression;
import dev.weir.controllers.Controllers;
import dev.weir.files.StaticFiles;
import dev.weir.multipart.MultipartLimits;
import dev.weir.openapi.OpenApi;
import dev.weir.routing.Filter;
import dev.weir.routing.Route;
import dev.weir.security.CsrfProtection;
import dev.weir.security.SecurityFields;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All routes of the sample application. */
final class SampleRoutes {

    /** Nothing stands between this server and browsers that might change Host, so what they say may be held against it. */
    static final Filter WRITES_FROM_OWN_PAGES = CsrfProtection.sameOrigin().comparingOriginAlways();

    private SampleRoutes() {}

    static List<Route> of(TodoStore todos, FileStore files, Optional<Path> publicDirectory) {
        List<Route> api = new ArrayList<>(Controllers.builder()
                .add(new UserAgentController(), new TodoController(todos, new TodoFeed()))
                .exceptionHandlers(new DatabaseFailures())
                .routes());
        // An echo is compressed however short it is, so that this can be seen at work.
        api.addAll(behind(Compression.defaults().withMinimumSize(0), Controllers.of(new EchoController())));
        api.addAll(behind(WRITES_FROM_OWN_PAGES, files(files)));
        api.addAll(behind(WRITES_FROM_OWN_PAGES, Controllers.of(new PreferencesController())));
        List<Route> routes = new ArrayList<>(Controllers.of(new PageController()));
        routes.addAll(api);
        routes.addAll(described(api));
        publicDirectory.ifPresent(directory -> routes.add(publicFiles(directory)));
        return routes;
    }

    private static List<Route> described(List<Route> api) {
        return OpenApi.of(api)
                .title("Weir sample")
                .description("To-dos, files, preferences, and an echo.")
                .operation("TodoController.list", "To-dos by their order")
                .operation("TodoController.add", "Adds a to-do")
                .problem("TodoController.add", 422, "It has no title, or one that is blank or too long.")
                .operation("TodoController.change", "Changes what is given of a to-do")
                .problem("TodoController.change", 422, "The title is blank or too long.")
                .operation("TodoController.follow", "Each change from now on, as an event")
                .operation("TodoController.remove", "Removes a to-do")
                .problem("TodoController.remove", 404, "There is no such to-do.")
                .operation("PreferencesController.read", "How this visitor wants to see the page")
                .operation("PreferencesController.keep", "Keeps how this visitor wants to see the page, in a cookie")
                .operation("FileController.list", "All files by name")
                .operation("FileController.upload", "Stores files of a form, in its field \"file\"")
                .problem("FileController.upload", 409, "There is something of a name that is no file.")
                .problem("FileController.write", 409, "There is something of that name that is no file.")
                .problem("FileController.put", 409, "There is something of that name that is no file.")
                .problem("FileController.put", 412, "The file is not the version that the condition wants.")
                .problem("FileController.remove", 404, "There is no such file.")
                .problem("FileController.remove", 412, "The file is not the version that the condition wants.")
                .problem("FileController.read", 404, "There is no such file.")
                .page("/api")
                .routes();
    }

    private static List<Route> files(FileStore files) {
        long longest = FileController.LONGEST_UPLOAD;
        return Controllers.builder()
                .add(new FileController(files))
                .multipart(MultipartLimits.defaults().withPart(longest).withContent(longest))
                .routes();
    }

    /** Pages there may be made of other files there, videos too, which nothing else here may be. */
    private static Route publicFiles(Path directory) {
        return Route.any("/public/{*rest}", StaticFiles.of(directory)).behind(SecurityFields.forPages());
    }

    private static List<Route> behind(Filter filter, List<Route> routes) {
        return routes.stream().map(route -> route.behind(filter)).toList();
    }
}
