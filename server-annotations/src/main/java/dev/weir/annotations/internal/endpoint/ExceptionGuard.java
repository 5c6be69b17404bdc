package dev.weir.annotations.internal.endpoint;

import dev.weir.http.Response;
import dev.weir.routing.Filter;
import dev.weir.routing.Handler;
import java.util.List;
import java.util.Optional;

/**
 * Stands around the endpoints of one controller and around each of their filters, so that a filter sees the response to
 * what an endpoint threw, and what a filter throws is handled too.
 *
 * @param own the controller's handlers
 * @param common those of the application
 */
record ExceptionGuard(ExceptionMethods own, ExceptionMethods common) {

    /** More causes than that are a circle, or nobody's business. */
    private static final int CAUSES = 20;

    Handler around(List<Filter> filters, Handler endpoint) {
        if (own.isEmpty() && common.isEmpty()) {
            return Filter.chain(filters, endpoint);
        }
        Handler guarded = guarded(endpoint);
        for (int i = filters.size() - 1; i >= 0; i--) {
            guarded = guarded(filters.get(i).around(guarded));
        }
        return guarded;
    }

    private Handler guarded(Handler handler) {
        return request -> {
            try {
                return handler.handle(request);
            } catch (ExceptionMethod.FailedException e) {
                throw e;
            } catch (Throwable e) { // whatever it is, there may be a method for it
                Optional<Response> response = isOfServer(e)
                        ? Optional.empty()
                        : own.find(e).or(() -> common.find(e)).map(method -> method.response(e, request));
                if (response.isEmpty()) {
                    throw e;
                }
                return response.get();
            }
        };
    }

    /** Whether the server threw it first, for the connection is lost: nobody is left to answer. */
    private static boolean isOfServer(Throwable thrown) {
        int depth = 0;
        for (Throwable cause = thrown; cause != null && depth < CAUSES; cause = cause.getCause()) {
            if (cause.getClass().getName().startsWith("dev.weir.internal.")) {
                return true;
            }
            depth++;
        }
        return false;
    }
}
