package dev.weir.sample;

import dev.weir.http.FieldNames;
import dev.weir.http.HttpException;
import dev.weir.http.Method;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.routing.Filter;
import dev.weir.routing.Handler;
import java.util.Locale;

/** Keeps pages of other sites from writing here: a browser says in Origin which page a POST comes from (RFC 6454). */
final class SameOriginWrites implements Filter {

    @Override
    public Response filter(Request request, Handler next) throws Exception {
        boolean reads = request.method().equals(Method.GET) || request.method().equals(Method.HEAD);
        if (!reads && isFromElsewhere(request)) {
            throw new HttpException(Status.FORBIDDEN, "Pages of other sites must not write here.");
        }
        return next.handle(request);
    }

    private static boolean isFromElsewhere(Request request) {
        return request.header(FieldNames.ORIGIN)
                .map(origin -> origin.toLowerCase(Locale.ROOT))
                .filter(origin -> !origin.equals("http://" + authority(request)))
                .filter(origin -> !origin.equals("https://" + authority(request)))
                .isPresent();
    }

    private static String authority(Request request) {
        return request.authority().orElse("").toLowerCase(Locale.ROOT);
    }
}
