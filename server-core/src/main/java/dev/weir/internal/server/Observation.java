package dev.weir.internal.server;

import dev.weir.http.Request;
import dev.weir.http.Status;
import dev.weir.observe.ServedRequest;
import dev.weir.observe.ServerObserver;
import java.time.Duration;
import java.time.Instant;

/** Measures one request for the observers; measures nothing if there are none. */
public final class Observation {

    private static final Observation NONE = new Observation(null, ServerObserver.NONE, 0);

    /** Null if nobody observes. */
    private final Request request;

    private final ServerObserver observer;
    private final long startNanos;

    private Observation(Request request, ServerObserver observer, long startNanos) {
        this.request = request;
        this.observer = observer;
        this.startNanos = startNanos;
    }

    /** Tells that the request has started. */
    static Observation of(Request request, ServerObserver observer) {
        if (observer == ServerObserver.NONE) {
            return NONE;
        }
        observer.requestStarted(request);
        return new Observation(request, observer, System.nanoTime());
    }

    /** Tells what became of it. */
    public void responded(Status status, long contentOctets, boolean isComplete) {
        if (this != NONE) {
            Duration duration = Duration.ofNanos(System.nanoTime() - startNanos);
            Instant started = Instant.now().minus(duration);
            observer.responded(new ServedRequest(request, status, contentOctets, started, duration, isComplete));
        }
    }
}
