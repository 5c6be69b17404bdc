package dev.weir.routing;

import dev.weir.http.Request;
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

    /** A handler behind all of those filters; the first is outermost. */
    static Handler chain(List<Filter> filters, Handler handler) {
        Handler chained = handler;
        for (int i = filters.size() - 1; i >= 0; i--) {
            chained = filters.get(i).around(chained);
        }
        return chained;
    }
}
