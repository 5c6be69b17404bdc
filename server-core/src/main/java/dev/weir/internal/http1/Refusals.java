package dev.weir.internal.http1;

import dev.weir.http.Headers;
import dev.weir.http.HttpVersion;
import dev.weir.http.Method;
import dev.weir.http.Peer;
import dev.weir.http.Problem;
import dev.weir.http.Request;
import dev.weir.http.RequestTarget;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.internal.server.Dispatcher;
import dev.weir.internal.wire.Violation;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Responses to what never became a request. They are the same each time, so each is made once, and a flood of malformed
 * requests costs little; only where an application renders problems itself, it is asked each time. Shared by all
 * connections.
 */
final class Refusals {

    /** Stands in for the request that could not be read. */
    private static final Request UNREAD =
            Request.of(Method.GET, RequestTarget.asterisk(), HttpVersion.HTTP_1_1, Headers.empty(), Peer.inMemory());

    private final Dispatcher dispatcher;

    /** By the violations' ordinals; null where it was not yet needed. Two threads may both make one, and make the same. */
    private final AtomicReferenceArray<Response> made = new AtomicReferenceArray<>(Violation.values().length);

    Refusals(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    Response of(Violation violation) {
        Response known = made.get(violation.ordinal());
        if (known != null) {
            return known;
        }
        Response response = of(Problem.of(violation.status(), violation.text()));
        if (dispatcher.rendersAlike()) {
            made.set(violation.ordinal(), response);
        }
        return response;
    }

    /** To a head that came too slowly. */
    Response ofSlowHead() {
        return of(Problem.of(Status.REQUEST_TIMEOUT, "The head of the request came too slowly."));
    }

    private Response of(Problem problem) {
        return dispatcher.refusal(UNREAD, problem);
    }
}
