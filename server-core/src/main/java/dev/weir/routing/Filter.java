package dev.weir.routing;

import dev.weir.http.Request;
import dev.weir.http.RequestTarget;
import dev.weir.http.Response;
import java.util.List;
import java.util.Objects;

/** Stands before a handler: may change the request, answer itself, or change the response. */
@FunctionalInterface
public interface Filter {

    /** The response to a request, usually that of {@code next}, which it calls at most once. */
    Response filter(Request request, Handler next) throws Exception;

    /** A handler that calls this filter with that handler as its next. */
    default Handler around(Handler handler) {
        Objects.requireNonNull(handler, "handler");
        return request -> filter(request, handler);
    }

    /**
     * This filter for requests to that path and to all below it; others pass it by. Paths are compared segment by segment, as
     * a router does, so that no other way to write one leads around the filter. One that cannot be decoded is answered
     * with 400.
     *
     * @param path {@code /admin} say
     */
    default Filter under(String path) {
        List<String> start = RequestTarget.origin(path).segments();
        if (path.endsWith("/")) {
            throw new IllegalArgumentException("path: " + path + " (expected: one below / without a slash at its end)");
        }
        return (request, next) -> {
            boolean hasPath = request.target().form() != RequestTarget.Form.ASTERISK;
            boolean isUnder = hasPath
                    && request.target().segments().size() >= start.size()
                    && request.target().segments().subList(0, start.size()).equals(start);
            return isUnder ? filter(request, next) : next.handle(request);
        };
    }

    /** A handler behind all of those filters; the first is outermost. */
    static Handler chain(List<Filter> filters, Handler handler) {
        Handler chained = handler;
        for (int i = filters.size() - 1; i >= 0; i--) {
            chained = filters.get(i).around(chained);
        }
        return chained;
    }
}
