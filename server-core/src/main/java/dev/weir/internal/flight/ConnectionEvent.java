package dev.weir.internal.flight;

import dev.weir.http.Peer;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A connection from its acceptance to its end, as Flight Recorder has it. Told by the connection's threads. */
@Name("dev.weir.Connection")
@Label("Connection")
@Category("Weir")
@Description("A connection, from its acceptance to its end")
@StackTrace(false)
final class ConnectionEvent extends Event implements FlightEvents.Connection {

    /** Only ever asked whether such events are wanted. */
    private static final ConnectionEvent PROBE = new ConnectionEvent();

    @Label("Peer")
    String peer;

    @Label("Requests")
    @Description("Requests whose heads were complete")
    long requests;

    ConnectionEvent() {
        begin();
    }

    static boolean isOn() {
        return PROBE.isEnabled();
    }

    @Override
    public void request() {
        requests++;
    }

    @Override
    public void closed(Peer peer) {
        end();
        if (shouldCommit()) {
            this.peer = FlightEvents.address(peer);
            commit();
        }
    }
}
