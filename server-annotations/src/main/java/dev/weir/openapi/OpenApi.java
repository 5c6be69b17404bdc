package dev.weir.openapi;

import dev.weir.annotations.internal.jackson.JacksonCodec;
import dev.weir.annotations.internal.jackson.Later;
import dev.weir.annotations.internal.openapi.ApiDocument;
import dev.weir.annotations.internal.openapi.ApiTexts;
import dev.weir.annotations.internal.openapi.DocumentHandler;
import dev.weir.annotations.internal.openapi.OperationPlace;
import dev.weir.annotations.internal.openapi.Operations;
import dev.weir.annotations.internal.openapi.SwaggerUi;
import dev.weir.routing.Route;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * An OpenAPI 3.1 document of controllers, read off what they are compiled to; collected by one thread.
 *
 * <pre>
 *   List&lt;Route&gt; routes = Controllers.of(new TodoController(store));
 *   HttpServer.builder()
 *           .routes(routes)
 *           .routes(OpenApi.of(routes).title("To-dos").version("1.0").page("/api").routes())
 *           .start();
 * </pre>
 *
 * <p>Each endpoint is an operation; its id is that of controller and method, {@code TodoController.find}, and its tag the
 * controller. Several endpoints that share a path and a method, and are told apart by media types, are one operation,
 * named like the one that makes or takes JSON. Routes of plain handlers are left out, for nothing is known of them, and
 * so are methods that OpenAPI has no place for.
 *
 * <p>Schemas are those of the types that Jackson 3 reads and writes, whatever {@code JsonCodec} the controllers have. A
 * member is required unless its type is an {@code Optional} or it is declared {@code Nullable}. What constraints of Jakarta
 * Validation say is told as far as JSON Schema has words for it, of what is written as of what is read, and also where nobody
 * checks it; of composed constraints the parts are told, of others of one's own nothing.
 *
 * <p>Problem documents are told as far as the server knows of them: what a method throws by itself, {@link #problem} can
 * tell.
 */
public final class OpenApi {

    /** Neither variables nor anything that a script or a page would have to escape. */
    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9/._~-]*");

    private final List<OperationPlace> operations;
    private final Map<String, String> tags = new TreeMap<>();
    private final Map<String, ApiTexts.OperationText> summaries = new TreeMap<>();
    private final Map<String, Map<Integer, String>> problems = new TreeMap<>();
    private String title = "API";
    private String version = "1.0";
    private Optional<String> description = Optional.empty();
    private String documentPath = "/openapi.json";
    private Optional<String> pagePath = Optional.empty();

    private OpenApi(List<OperationPlace> operations) {
        this.operations = operations;
    }

    /** Of those routes, as far as they are of controllers; filters before them and prefixes make no difference. */
    public static OpenApi of(List<Route> routes) {
        return new OpenApi(Operations.of(routes));
    }

    /** Sets the title of the API; {@code API} unless set. */
    public OpenApi title(String text) {
        title = Objects.requireNonNull(text, "title");
        return this;
    }

    /** Sets the version of the API, not of OpenAPI; {@code 1.0} unless set. */
    public OpenApi version(String text) {
        version = Objects.requireNonNull(text, "version");
        return this;
    }

    /** Describes the API, in Markdown (CommonMark). */
    public OpenApi description(String text) {
        description = Optional.of(text);
        return this;
    }

    /**
     * Describes a controller.
     *
     * @param tag simple name of its class
     * @throws IllegalArgumentException if there is none of that name
     */
    public OpenApi controller(String tag, String text) {
        Set<String> known = new LinkedHashSet<>();
        for (OperationPlace each : operations) {
            known.add(each.tag());
        }
        check("controller", tag, known);
        tags.put(tag, Objects.requireNonNull(text, "description"));
        return this;
    }

    /**
     * Says in one line what an operation does.
     *
     * @param id controller and method: {@code TodoController.find}
     * @throws IllegalArgumentException if there is none of that id
     */
    public OpenApi operation(String id, String summary) {
        return operation(id, new ApiTexts.OperationText(Objects.requireNonNull(summary, "summary"), Optional.empty()));
    }

    /**
     * Says in one line what an operation does, and then more, in Markdown.
     *
     * @param id controller and method: {@code TodoController.find}
     * @throws IllegalArgumentException if there is none of that id
     */
    public OpenApi operation(String id, String summary, String more) {
        return operation(id, new ApiTexts.OperationText(Objects.requireNonNull(summary, "summary"), Optional.of(more)));
    }

    private OpenApi operation(String id, ApiTexts.OperationText text) {
        check("operation", id, ids());
        summaries.put(id, text);
        return this;
    }

    /**
     * Tells of a problem document that an operation answers with because its method says so, by throwing an {@code
     * HttpException} for example.
     *
     * @param id controller and method: {@code TodoController.find}
     * @param status its status, from 400 to 599
     * @param when in which case
     * @throws IllegalArgumentException if there is none of that id, or the status is none of an error
     */
    public OpenApi problem(String id, int status, String when) {
        check("operation", id, ids());
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("status: " + status + " (expected: 400 to 599)");
        }
        Map<Integer, String> told = problems.getOrDefault(id, new TreeMap<>());
        told.put(status, Objects.requireNonNull(when, "when"));
        problems.put(id, told);
        return this;
    }

    private List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (OperationPlace each : operations) {
            ids.add(each.id());
        }
        return ids;
    }

    private static void check(String what, String name, Collection<String> known) {
        if (!known.contains(name)) {
            throw new IllegalArgumentException(
                    what + ": \"" + name + "\" (expected: one of " + String.join(", ", known) + ")");
        }
    }

    /** Sets the path of the document; {@code /openapi.json} unless set. */
    public OpenApi document(String path) {
        documentPath = path(path);
        return this;
    }

    /**
     * Adds a page that shows the document, with Swagger UI, which has to be on the class path: the webjar {@code
     * org.webjars:swagger-ui}. It loads nothing from elsewhere, and says so in a Content-Security-Policy, which is to stay
     * as it is.
     */
    public OpenApi page(String path) {
        pagePath = Optional.of(path(path));
        return this;
    }

    private static String path(String path) {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException(
                    "path: \"" + path + "\" (expected: / and then letters, digits, /, ., _, ~ and -)");
        }
        return path;
    }

    /**
     * Routes of the document, which is made when it is first asked for, and of the page.
     *
     * @throws IllegalStateException if there is to be a page, and Swagger UI is not on the class path
     */
    public List<Route> routes() {
        ApiTexts texts = texts();
        List<Route> routes = new ArrayList<>();
        routes.add(DocumentHandler.route(documentPath, new Later<>(() -> octets(texts))));
        if (pagePath.isPresent()) {
            routes.addAll(SwaggerUi.find().routes(pagePath.get(), title, documentPath));
        }
        return routes;
    }

    /** The document as JSON text, to keep it in a file say. */
    public String toJson() {
        return new String(octets(texts()), StandardCharsets.UTF_8);
    }

    private byte[] octets(ApiTexts texts) {
        return new JacksonCodec().writer(Object.class).write(ApiDocument.of(operations, texts));
    }

    private ApiTexts texts() {
        Map<String, Map<Integer, String>> told = new LinkedHashMap<>();
        for (Map.Entry<String, Map<Integer, String>> each : problems.entrySet()) {
            told.put(each.getKey(), new TreeMap<>(each.getValue()));
        }
        return new ApiTexts(title, version, description, Map.copyOf(tags), Map.copyOf(summaries), told);
    }
}
