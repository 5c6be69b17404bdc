package dev.weir.annotations.internal.endpoint;

import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.ResponseContent;
import dev.weir.routing.Handler;
import java.io.Closeable;
import java.io.IOException;
import java.util.function.UnaryOperator;

/**
 * Closes what an endpoint's result is read from where no server does, for a filter before the endpoint threw, or answered
 * with another content.
 *
 * @param inside the filters and the endpoint
 */
record SourceScope(Handler inside) implements Handler {

    private static final String MADE = "dev.weir.annotations.made";

    /** What the endpoint made for one request; used by the thread that serves it. */
    private static final class Made implements Closeable {

        private ResponseContent content = ResponseContent.empty();

        @Override
        public void close() throws IOException {
            content.close();
        }
    }

    /** Those surroundings of an endpoint, with this around them. */
    static UnaryOperator<Handler> around(UnaryOperator<Handler> filters) {
        return endpoint -> new SourceScope(filters.apply(request -> {
            Response response = endpoint.handle(request);
            request.attribute(MADE, Made.class).ifPresent(made -> made.content = response.content());
            return response;
        }));
    }

    @Override
    public Response handle(Request request) throws Exception {
        Made made = new Made();
        try {
            Response response = inside.handle(request.withAttribute(MADE, made));
            return response == null ? closed(made) : sent(response, made);
        } catch (Exception | Error e) {
            try (made) {
                throw e;
            }
        }
    }

    private static Response closed(Made made) throws IOException {
        made.close();
        return null;
    }

    private static Response sent(Response response, Made made) throws IOException {
        if (response.content() == made.content) {
            return response;
        }
        if (response.content() instanceof ResponseContent.Octets) {
            made.close();
            return response;
        }
        return response.withContent(response.content().closing(made)); // it may be read from there
    }
}
