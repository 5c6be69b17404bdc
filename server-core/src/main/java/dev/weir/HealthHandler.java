package dev.weir;

import dev.weir.http.FieldNames;
import dev.weir.http.Method;
import dev.weir.http.Problem;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.internal.server.Readiness;
import dev.weir.routing.Handler;

/** Tells load balancers whether to send more: 200 while the server is ready, 503 from the start of a drain. */
final class HealthHandler implements Handler {

    private final Readiness readiness;

    HealthHandler(Readiness readiness) {
        this.readiness = readiness;
    }

    boolean isFor(Request request, String path) {
        boolean isRead = request.method().equals(Method.GET) || request.method().equals(Method.HEAD);
        return isRead && request.path().equals(path);
    }

    @Override
    public Response handle(Request request) {
        Response response = readiness.isReady()
                ? Response.text("ready\n")
                : Response.problem(Problem.of(Status.SERVICE_UNAVAILABLE, "The server is stopping."));
        return response.withHeader(FieldNames.CACHE_CONTROL, "no-store");
    }
}
