package dev.weir.controllers;

import dev.weir.http.ContentOutput;
import dev.weir.http.HttpException;
import dev.weir.http.MediaType;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.routing.Route;
import dev.weir.routing.Router;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A router of controllers, and answers as text: status, a blank, content. Stands in for a server. */
final class Weir {

    private final Router router;

    static {
        openToJackson();
        openTo("org.hibernate.validator");
    }

    private Weir(Router router) {
        this.router = router;
    }

    /** The tests are in the module under test, which need not open anything to Jackson for itself. */
    static void openToJackson() {
        openTo("tools.jackson.databind");
    }

    private static void openTo(String library) {
        ModuleLayer.boot()
                .findModule(library)
                .ifPresent(module -> Weir.class.getModule().addOpens(Weir.class.getPackageName(), module));
    }

    /** Routes for a server, of controllers that Jackson and validation can look into. */
    static List<Route> routes(Object... controllers) {
        return Controllers.of(controllers);
    }

    static Weir of(Object... controllers) {
        return new Weir(Router.builder().routes(Controllers.of(controllers)).build());
    }

    static Weir of(ControllersBuilder controllers) {
        return new Weir(Router.builder().routes(controllers.routes()).build());
    }

    /** What {@code GET} of that target is answered with. */
    String get(String target) throws Exception {
        return text(Request.get(target));
    }

    /** What {@code POST} of JSON is answered with. */
    String post(String target, String json) throws Exception {
        return text(Request.post(target, MediaType.APPLICATION_JSON, json));
    }

    String text(Request request) throws Exception {
        Response response = handle(request);
        String content = contentOf(response);
        return response.status().code() + (content.isEmpty() ? "" : " " + content);
    }

    /** The response, where an answer that was thrown is rendered as a server would. */
    Response handle(Request request) throws Exception {
        try {
            return router.handle(request);
        } catch (HttpException e) {
            return Response.problem(e.problem())
                    .withHeaders(Response.problem(e.problem()).headers().plusAll(e.headers()));
        }
    }

    static String contentOf(Response response) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        response.content().writeTo(ContentOutput.to(octets));
        return octets.toString(StandardCharsets.UTF_8);
    }
}
