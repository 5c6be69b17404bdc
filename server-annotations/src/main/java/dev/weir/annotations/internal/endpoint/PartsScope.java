package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.bind.KeptParts;
import dev.weir.annotations.internal.bind.PartSettings;
import dev.weir.annotations.internal.bind.WantedParts;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.ResponseContent;
import dev.weir.routing.Handler;
import java.io.IOException;
import java.util.function.UnaryOperator;

/**
 * Gives back the parts of a form that were kept for a request, as soon as nothing can read from them any more: at once when
 * the handler failed or its response is complete in memory, and otherwise when the content of the response is closed, which
 * the server does in any case.
 *
 * <p>It stands outside everything that belongs to an endpoint, so that neither a filter nor an exception handler there can
 * keep it from being done, and again around the endpoint, for a filter there may have made a request of its own.
 *
 * @param inside what the parts are for
 */
record PartsScope(Handler inside) implements Handler {

    /**
     * The surroundings of an endpoint that takes parts; these alone if it takes none.
     *
     * @param outside puts filters and the like around an endpoint
     */
    static UnaryOperator<Handler> around(UnaryOperator<Handler> outside, WantedParts wanted, Toolbox tools) {
        PartSettings settings = tools.parts();
        return wanted.isEmpty()
                ? outside
                : endpoint -> new PartsScope(outside.apply(new PartsScope(request -> {
                    KeptParts.of(request).orElseThrow().read(request, wanted, settings);
                    return endpoint.handle(request);
                })));
    }

    @Override
    public Response handle(Request request) throws Exception {
        if (KeptParts.of(request).isPresent()) {
            return inside.handle(request);
        }
        KeptParts parts = new KeptParts();
        try {
            return closing(inside.handle(parts.with(request)), parts);
        } catch (Exception | Error e) {
            try (parts) {
                throw e;
            }
        }
    }

    private static Response closing(Response response, KeptParts parts) throws IOException {
        if (parts.isEmpty()) {
            return response;
        }
        if (response == null || isIndependent(response)) {
            parts.close();
            return response;
        }
        return response.withContent(response.content().closing(parts));
    }

    /** Whether the content is what it is without the parts: octets in memory, or a file of its own. */
    private static boolean isIndependent(Response response) {
        return response.content() instanceof ResponseContent.Octets
                || response.content() instanceof ResponseContent.FileRegion;
    }
}
