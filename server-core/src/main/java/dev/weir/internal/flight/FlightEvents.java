package dev.weir.internal.flight;

import dev.weir.http.Peer;
import dev.weir.http.Request;
import dev.weir.http.Status;
import java.net.InetSocketAddress;

/**
 * Makes the events of JDK Flight Recorder: {@code dev.weir.Connection}, {@code dev.weir.Request}, {@code
 * dev.weir.Refusal} and {@code dev.weir.Drain}.
 *
 * <p>Free while nothing records them: each method then costs the reading of a flag, and makes nothing. Without the module
 * {@code jdk.jfr} nothing is ever recorded. Callers see interfaces only, for they have to load without that module too.
 */
public final class FlightEvents {

    /** A connection that is open. Told by its threads. */
    public interface Connection {

        /** One that nobody records. */
        Connection NONE = new Connection() {};

        /** Counts a request. */
        default void request() {}

        /** Records the connection, which has ended. */
        default void closed(Peer peer) {}
    }

    /** A request that is served. Told by its connection's thread. */
    public interface Exchange {

        /** One that nobody records. */
        Exchange NONE = new Exchange() {};

        /** Records the request and what became of it. */
        default void responded(Status status, long contentOctets, boolean isComplete) {}
    }

    /** A server that stops. Told by the thread that stops it. */
    public interface Drain {

        /** One that nobody records. */
        Drain NONE = new Drain() {};

        /** Records the drain with its counts of connections. */
        default void ended(int open, int interrupted, int cut) {}
    }

    /** Whether there is a recorder; looked for by name, for a class that mentions it would not load. */
    private static final boolean ARE_POSSIBLE = isPresent("jdk.jfr.FlightRecorder");

    static {
        if (ARE_POSSIBLE) {
            RecorderWatch.begin();
        }
    }

    private FlightEvents() {}

    private static boolean isPresent(String name) {
        try {
            Class.forName(name, false, FlightEvents.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static boolean isRecorderInUse() {
        return ARE_POSSIBLE && RecorderWatch.isInUse();
    }

    /** A connection that begins now. */
    public static Connection connection() {
        return isRecorderInUse() && ConnectionEvent.isOn() ? new ConnectionEvent() : Connection.NONE;
    }

    /** A request that begins now. */
    public static Exchange exchange(Request request) {
        return isRecorderInUse() && RequestEvent.isOn() ? new RequestEvent(request) : Exchange.NONE;
    }

    /** A drain that begins now. */
    public static Drain drain() {
        return isRecorderInUse() && DrainEvent.isOn() ? new DrainEvent() : Drain.NONE;
    }

    /** Whether it is worth finding out about a refusal, to tell it to {@link #refused}. */
    public static boolean wantRefusals() {
        return isRecorderInUse() && RefusalEvent.isOn();
    }

    /**
     * Records that octets which never became a request were refused.
     *
     * @param violation name of the rule that was broken
     */
    public static void refused(Peer peer, Status status, String violation) {
        if (wantRefusals()) {
            new RefusalEvent(peer, status, violation).commit();
        }
    }

    /** {@code 192.0.2.7:50123} or {@code [2001:db8::7]:50123}; a minus sign for a Unix domain socket. */
    static String address(Peer peer) {
        return peer.ipAddress()
                .map(ip ->
                        (ip.contains(":") ? "[" + ip + "]" : ip) + ":" + ((InetSocketAddress) peer.remote()).getPort())
                .orElse("-");
    }
}
