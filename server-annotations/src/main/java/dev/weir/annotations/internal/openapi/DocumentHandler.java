package dev.weir.annotations.internal.openapi;

import dev.weir.http.FieldNames;
import dev.weir.http.MediaType;
import dev.weir.http.Method;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.routing.Handler;
import dev.weir.routing.PathPattern;
import dev.weir.routing.Route;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers with an OpenAPI document; called by many threads.
 *
 * @param document its octets, which are made when somebody first asks for them
 */
public record DocumentHandler(Supplier<byte[]> document) implements Handler {

    /** A route to the document, which is the same each time. */
    public static Route route(String path, Supplier<byte[]> document) {
        return new Route(
                Optional.of(Method.GET), PathPattern.parse(path), new DocumentHandler(document), "OpenAPI document");
    }

    @Override
    public Response handle(Request request) {
        return Response.bytes(MediaType.APPLICATION_JSON, document.get())
                .withHeader(FieldNames.CACHE_CONTROL, "no-cache");
    }
}
