package dev.weir.sample;

import dev.weir.annotations.Controller;
import dev.weir.annotations.Get;
import dev.weir.files.StaticFiles;
import dev.weir.http.Request;
import dev.weir.http.Response;
import java.io.IOException;

/** The page for people, and what it is made of: files beside this class. */
@Controller
final class PageController {

    /** The page and its script may load from here and talk to here, and nowhere else. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final StaticFiles files =
            StaticFiles.ofClassPath(PageController.class, "page").withIndex("page.html");

    @Get("/")
    Response page(Request request) throws IOException {
        return file(request);
    }

    @Get("/page.css")
    Response style(Request request) throws IOException {
        return file(request);
    }

    @Get("/page.js")
    Response script(Request request) throws IOException {
        return file(request);
    }

    @Get("/icon.svg")
    Response icon(Request request) throws IOException {
        return file(request);
    }

    private Response file(Request request) throws IOException {
        return files.handle(request).withHeader("Content-Security-Policy", POLICY);
    }
}
