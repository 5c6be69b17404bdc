package dev.weir.internal.server;

import dev.weir.http.Request;
import dev.weir.http.Status;
import dev.weir.internal.flight.FlightEvents;
import dev.weir.observe.ServedRequest;
import dev.weir.observe.ServerObserver;
import java.time.Duration;
import java.time.Instant;

/** Measures one request for the observers and for Flight Recorder; measures nothing if nobody wants it. */
public final class Observation {

    private static final Observation NONE = new Observation(null, ServerObserver.NONE, 0, FlightEvents.Exchange.NONE);

    /** Null if nobody observes. */
    private final Request request;

    private final ServerObserver observer;
    private final long startNanos;
    private final FlightEvents.Exchange recorded;

    private Observation(Request request, ServerObserver observer, long startNanos, FlightEvents.Exchange recorded) {
        this.request = request;
        this.observer = observer;
        this.startNanos = startNanos;
        this.recorded = recorded;
    }

    /** Tells that the request has started. */
    static Observation of(Request request, ServerObserver observer) {
        FlightEvents.Exchange recorded = FlightEvents.exchange(request);
        if (observer == ServerObserver.NONE && recorded == FlightEvents.Exchange.NONE) {
            return NONE;
        }
        observer.requestStarted(request);
        return new Observation(request, observer, System.nanoTime(), recorded);
    }

    /** Tells what the content of its response threw. */
    public void failed(Throwable failure) {
        if (observer != ServerObserver.NONE) {
            observer.failed(request, failure);
        }
    }

    /** Tells what became of it. */
    public void responded(Status status, long contentOctets, boolean isComplete) {
        if (this == NONE) {
            return;
        }
        recorded.responded(status, contentOctets, isComplete);
        if (observer != ServerObserver.NONE) {
            Duration duration = Duration.ofNanos(System.nanoTime() - startNanos);
            Instant started = Instant.now().minus(duration);
            observer.responded(new ServedRequest(request, status, contentOctets, started, duration, isComplete));
        }
    }
}
