package dev.weir.internal.flight;

import dev.weir.http.Peer;
import dev.weir.http.Status;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Octets that were refused before they became a request, as Flight Recorder has it. Told by the connection's thread. */
@Name("dev.weir.Refusal")
@Label("Refusal")
@Category("Weir")
@Description("Octets that were refused before they became a request")
@StackTrace(false)
final class RefusalEvent extends Event {

    /** Only ever asked whether such events are wanted. */
    private static final RefusalEvent PROBE = new RefusalEvent();

    @Label("Peer")
    String peer;

    @Label("Status")
    int status;

    @Label("Violation")
    @Description("Name of the rule that was broken")
    String violation;

    private RefusalEvent() {}

    RefusalEvent(Peer peer, Status status, String violation) {
        this.peer = FlightEvents.address(peer);
        this.status = status.code();
        this.violation = violation;
    }

    static boolean isOn() {
        return PROBE.isEnabled();
    }
}
