package dev.weir.internal.flight;

import dev.weir.http.Request;
import dev.weir.http.Status;
import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * A request from its complete head to the end of its response, as Flight Recorder has it. Without the query, which may
 * hold secrets. Told by the connection's thread.
 */
@Name("dev.weir.Request")
@Label("Request")
@Category("Weir")
@Description("A request, from its complete head to the end of its response")
@StackTrace(false)
final class RequestEvent extends Event implements FlightEvents.Exchange {

    /** Only ever asked whether such events are wanted. */
    private static final RequestEvent PROBE = new RequestEvent();

    private final transient Request request;

    @Label("Method")
    String method;

    @Label("Path")
    @Description("As sent, without the query")
    String path;

    @Label("Peer")
    String peer;

    @Label("Status")
    int status;

    @Label("Content")
    @Description("Octets of content that were sent, before they were chunked")
    @DataAmount
    long contentOctets;

    @Label("Complete")
    @Description("Whether the response was not cut off")
    boolean isComplete;

    private RequestEvent() {
        request = null;
    }

    RequestEvent(Request request) {
        this.request = request;
        begin();
    }

    static boolean isOn() {
        return PROBE.isEnabled();
    }

    @Override
    public void responded(Status status, long contentOctets, boolean isComplete) {
        end();
        if (shouldCommit()) {
            method = request.method().name();
            path = request.path();
            peer = FlightEvents.address(request.peer());
            this.status = status.code();
            this.contentOctets = contentOctets;
            this.isComplete = isComplete;
            commit();
        }
    }
}
