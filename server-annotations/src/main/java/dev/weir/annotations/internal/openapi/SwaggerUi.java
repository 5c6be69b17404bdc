package dev.weir.annotations.internal.openapi;

import dev.weir.http.FieldNames;
import dev.weir.http.HtmlText;
import dev.weir.http.MediaType;
import dev.weir.http.Method;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.routing.Handler;
import dev.weir.routing.PathPattern;
import dev.weir.routing.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * The page that shows an API: Swagger UI out of its webjar, and a page and a script of ours around it.
 *
 * <p>Each file has a route of its own, under the version of the viewer, so no part of a path ever becomes the name of a
 * resource. All references are relative: the page may stand below a prefix, here or at a proxy.
 */
public final class SwaggerUi {

    private static final String COORDINATES = "org.webjars:swagger-ui";

    /** Written by Maven into each jar; tells the version, by which the path of the files goes. */
    private static final String VERSION = "META-INF/maven/org.webjars/swagger-ui/pom.properties";

    private static final String FILES = "META-INF/resources/webjars/swagger-ui/";

    private static final String SCRIPT = "swagger-ui-bundle.js";
    private static final String STYLE = "swagger-ui.css";
    private static final String ICON = "favicon-32x32.png";

    /** Nothing from elsewhere, no script or style within the page. The viewer's style sheet has pictures within. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String FOREVER = "public, max-age=31536000, immutable";

    private final ClassLoader loader;
    private final String version;

    private SwaggerUi(ClassLoader loader, String version) {
        this.loader = loader;
        this.version = version;
    }

    /**
     * The viewer on the class path.
     *
     * @throws IllegalStateException if it is not there; the text says what to add
     */
    public static SwaggerUi find() {
        ClassLoader own = SwaggerUi.class.getClassLoader();
        ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
        return find(ofThread == null ? List.of(own) : List.of(own, ofThread));
    }

    static SwaggerUi find(List<ClassLoader> loaders) {
        for (ClassLoader loader : loaders) {
            Optional<String> version = version(loader);
            if (version.isPresent() && loader.getResource(FILES + version.get() + "/" + SCRIPT) != null) {
                return new SwaggerUi(loader, version.get());
            }
        }
        throw new IllegalStateException("The page of an API needs Swagger UI, which is not on the class path."
                + " Add the dependency " + COORDINATES + ", scope runtime.");
    }

    private static Optional<String> version(ClassLoader loader) {
        try (InputStream in = loader.getResourceAsStream(VERSION)) {
            if (in == null) {
                return Optional.empty();
            }
            Properties properties = new Properties();
            properties.load(in);
            return Optional.ofNullable(properties.getProperty("version"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Routes of the page and of what it is made of.
     *
     * @param path of the page
     * @param title of the page
     * @param document path of the document that it shows
     */
    public List<Route> routes(String path, String title, String document) {
        String folder = (path.endsWith("/") ? path : path + "/") + version;
        String near = RelativePath.between(path, folder);
        Response page = Response.html(page(title, near)).withHeader("Content-Security-Policy", POLICY);
        Response setUp = Response.bytes(MediaType.TEXT_JAVASCRIPT_UTF_8, script(RelativePath.between(path, document)));
        return List.of(
                route(path, new Made(page.withHeader(FieldNames.CACHE_CONTROL, "no-cache"))),
                route(folder + "/start.js", new Made(setUp.withHeader(FieldNames.CACHE_CONTROL, "no-cache"))),
                route(folder + "/" + SCRIPT, new File(url(SCRIPT), MediaType.TEXT_JAVASCRIPT_UTF_8)),
                route(folder + "/" + STYLE, new File(url(STYLE), MediaType.TEXT_CSS_UTF_8)),
                route(folder + "/" + ICON, new File(url(ICON), MediaType.IMAGE_PNG)));
    }

    private static Route route(String path, Handler handler) {
        return new Route(Optional.of(Method.GET), PathPattern.parse(path), handler, "page of the API");
    }

    private URL url(String name) {
        return Objects.requireNonNull(loader.getResource(FILES + version + "/" + name), name);
    }

    /** Answers the same each time. */
    private record Made(Response response) implements Handler {
        @Override
        public Response handle(Request request) {
            return response;
        }
    }

    /** Answers with a file of the jar. */
    private record File(URL url, MediaType type) implements Handler {
        @Override
        public Response handle(Request request) throws IOException {
            return Response.stream(type, url.openStream()).withHeader(FieldNames.CACHE_CONTROL, FOREVER);
        }
    }

    private static String page(String title, String near) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                  <meta charset="utf-8">
                  <meta name="viewport" content="width=device-width, initial-scale=1">
                  <title>{title}</title>
                  <link rel="icon" type="image/png" href="{near}/favicon-32x32.png">
                  <link rel="stylesheet" href="{near}/swagger-ui.css">
                </head>
                <body>
                  <div id="swagger-ui"></div>
                  <noscript>This page needs JavaScript.</noscript>
                  <script src="{near}/swagger-ui-bundle.js"></script>
                  <script src="{near}/start.js"></script>
                </body>
                </html>
                """.replace("{near}", near).replace("{title}", HtmlText.escape(title));
    }

    private static byte[] script(String document) {
        return """
                SwaggerUIBundle({
                  url: new URL('{document}', document.baseURI).href,
                  dom_id: '#swagger-ui',
                  deepLinking: true,
                  validatorUrl: null
                });
                """.replace("{document}", document).getBytes(StandardCharsets.UTF_8);
    }
}
