package dev.weir.sample;

import dev.weir.annotations.Controller;
import dev.weir.annotations.Get;
import dev.weir.http.FieldNames;
import dev.weir.http.MediaType;
import dev.weir.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The page for people, and what it is made of; read once, at the start. */
@Controller
final class PageController {

    /** The page and its script may load from here and talk to here, and nowhere else. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Response page = resource("page.html", MediaType.TEXT_HTML_UTF_8);
    private final Response style = resource("page.css", MediaType.TEXT_CSS_UTF_8);
    private final Response script = resource("page.js", MediaType.TEXT_JAVASCRIPT_UTF_8);
    private final Response icon = resource("icon.svg", MediaType.IMAGE_SVG);

    @Get("/")
    Response page() {
        return page;
    }

    @Get("/page.css")
    Response style() {
        return style;
    }

    @Get("/page.js")
    Response script() {
        return script;
    }

    @Get("/icon.svg")
    Response icon() {
        return icon;
    }

    private static Response resource(String name, MediaType type) {
        try (InputStream in = PageController.class.getResourceAsStream(name)) {
            return Response.bytes(type, in.readAllBytes())
                    .withHeader(FieldNames.CACHE_CONTROL, "no-cache")
                    .withHeader("Content-Security-Policy", POLICY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
