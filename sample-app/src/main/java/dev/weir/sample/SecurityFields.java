package dev.weir.sample;

import dev.weir.http.Headers;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.routing.Filter;
import dev.weir.routing.Handler;

/** Tells browsers to trust every response as little as it needs; a response's own policy counts. */
final class SecurityFields implements Filter {

    private static final String POLICY = "Content-Security-Policy";

    /** Nothing may be loaded or run; styles because pages of problems have theirs within. */
    private static final String NOTHING =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Override
    public Response filter(Request request, Handler next) throws Exception {
        Response response = next.handle(request);
        Headers headers = response.headers();
        if (!headers.contains(POLICY)) {
            headers = headers.with(POLICY, NOTHING);
        }
        return response.withHeaders(
                headers.with("X-Content-Type-Options", "nosniff").with("Referrer-Policy", "no-referrer"));
    }
}
