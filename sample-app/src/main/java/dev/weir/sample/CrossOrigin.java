package dev.weir.sample;

import dev.weir.http.FieldNames;
import dev.weir.http.Headers;
import dev.weir.http.Method;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.routing.Filter;
import dev.weir.routing.Handler;

/**
 * Lets pages of all sites use what is below a path, errors included (the CORS protocol of the Fetch standard).
 *
 * <p>A preflight is an OPTIONS request, which the router answers with Allow; this adds what the browser wants to know.
 * Nothing there depends on cookies, so any origin may be allowed.
 */
final class CrossOrigin implements Filter {

    private static final String ANY = "*";
    private static final String PREFLIGHT_SECONDS = "600";

    private final String path;

    private CrossOrigin(String path) {
        this.path = path;
    }

    static CrossOrigin under(String path) {
        return new CrossOrigin(path);
    }

    @Override
    public Response filter(Request request, Handler next) throws Exception {
        Response response = next.handle(request);
        if (!request.path().equals(path) && !request.path().startsWith(path + "/")) {
            return response;
        }
        Headers headers = response.headers().with("Access-Control-Allow-Origin", ANY);
        return response.withHeaders(isPreflight(request) ? withPreflight(headers) : headers);
    }

    private static boolean isPreflight(Request request) {
        return request.method().equals(Method.OPTIONS) && request.headers().contains("Access-Control-Request-Method");
    }

    private static Headers withPreflight(Headers headers) {
        String methods = headers.first(FieldNames.ALLOW).orElse(ANY);
        // The one that JSON needs stands by name for old browsers, which do not know the wildcard.
        return headers.with("Access-Control-Allow-Methods", methods)
                .with("Access-Control-Allow-Headers", "Content-Type, *")
                .with("Access-Control-Max-Age", PREFLIGHT_SECONDS);
    }
}
