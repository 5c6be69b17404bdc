package dev.weir.internal.server;

import dev.weir.config.Timeouts;
import dev.weir.http.Peer;
import dev.weir.http.Request;
import dev.weir.http.Status;
import dev.weir.internal.flight.FlightEvents;
import dev.weir.internal.net.ConnectionLostException;
import dev.weir.internal.net.Deadlines;
import dev.weir.internal.net.Transport;
import dev.weir.observe.ServerObserver;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * A connection: its transport, what it is doing and since when.
 *
 * <p>Octets move through here, so that every wait for the peer has its phase and its deadline. The connection's thread
 * does all that, or another in its stead while it holds back; the deadline thread only reads the phase, and ends the
 * connection if it is overdue.
 */
public final class OpenConnection implements Deadlines.Watched {

    /** Octets written at a time, so that a large response shows its progress; a pause of the peer shows between them. */
    private static final int WRITTEN_AT_A_TIME = 64 << 10;

    /**
     * An idle connection is blocked in its read after so many milliseconds. One that only begins to read would not see what
     * has arrived once its input is shut down.
     */
    private static final long SURELY_BLOCKED = 300;

    private final Transport transport;
    private final Deadlines deadlines;
    private final Timeouts timeouts;
    private final ServerObserver observer;
    private final Readiness readiness;
    private final Pace pace = new Pace();

    private final FlightEvents.Connection recorded = FlightEvents.connection();

    /** Made when first asked for; two threads may both make it, to equal values. */
    private volatile Peer peer;

    /** What it is doing and since when. Written by the connection's thread. */
    private final PhaseClock clock;

    /** Set by the deadline thread before it makes a blocked read or write end. */
    private volatile boolean overdue;

    /** Who runs it; null while it is parked. Written by that thread. */
    private volatile Thread thread;

    /** Set when the server stops: an idle connection is to end. */
    private volatile boolean stopping;

    /** Watched from now on, until {@link #close}. */
    public OpenConnection(
            Transport transport, Deadlines deadlines, Timeouts timeouts, ServerObserver observer, Readiness readiness) {
        this.transport = transport;
        this.deadlines = deadlines;
        this.timeouts = timeouts;
        this.observer = observer;
        this.readiness = readiness;
        this.clock = new PhaseClock(deadlines.now());
        if (observer != ServerObserver.NONE) {
            observer.connectionOpened(peer());
        } else if (recorded != FlightEvents.Connection.NONE) {
            peer(); // a closed channel could not tell any more
        }
        deadlines.watch(this);
    }

    /** The transport, for its addresses; octets go through this object. */
    public Transport transport() {
        return transport;
    }

    /** The ends of the connection. */
    public Peer peer() {
        if (peer == null) {
            peer = accepted();
        }
        return peer;
    }

    /** The ends of the transport. */
    private Peer accepted() {
        return new Peer(transport.remoteAddress(), transport.localAddress(), transport.isSecure());
    }

    /** Told whose connection the peer, a proxy, relays; called by the connection's thread before the first request. */
    void relayedFor(Peer client) {
        peer = client;
    }

    /** What it is doing. */
    public ConnectionPhase phase() {
        return clock.phase();
    }

    /** Enters a phase. */
    public void enter(ConnectionPhase next) {
        clock.enter(next, deadlines.now());
    }

    /** Starts to measure the peer's pace anew: a next message, or the other direction. */
    public void restartPace() {
        pace.restart();
    }

    /** Whether a deadline has passed, and that is why a read or write ended. */
    public boolean isOverdue() {
        return overdue;
    }

    /** Whether the next response is to announce that the connection closes, for the server stops or will soon. */
    public boolean closesAfterResponse() {
        return stopping || readiness.closesConnection();
    }

    /** Whether the server stops, so that no further request is to be waited for. */
    public boolean isStopping() {
        return stopping;
    }

    /**
     * Reads in the phase that the connection is in, which says how long the peer may take.
     *
     * @return number of octets, or -1 at the end
     */
    public int read(ByteBuffer into) throws ConnectionLostException {
        return transport.read(into);
    }

    /** Reads what has arrived already; 0 if nothing has, -1 at the end. */
    public int readNow(ByteBuffer into) throws ConnectionLostException {
        return transport.readNow(into);
    }

    /** Reads content: at least the minimum rate is expected. Returns to the phase before. */
    public int readContent(ByteBuffer into) throws ConnectionLostException {
        ConnectionPhase before = clock.phase();
        enter(ConnectionPhase.READING_CONTENT);
        long start = deadlines.now();
        int count = transport.read(into);
        pace.waited(deadlines.now() - start, Math.max(count, 0));
        enter(before);
        return count;
    }

    /** Writes all octets. */
    public void write(ByteBuffer octets) throws ConnectionLostException {
        ConnectionPhase before = clock.phase();
        enter(ConnectionPhase.WRITING);
        int end = octets.limit();
        do {
            octets.limit(Math.min(end, octets.position() + WRITTEN_AT_A_TIME));
            long start = deadlines.now();
            int length = octets.remaining();
            transport.write(octets);
            pace.waited(deadlines.now() - start, length);
            enter(ConnectionPhase.WRITING);
        } while (octets.limit() < end && octets.limit(end).hasRemaining());
        enter(before);
    }

    /** Writes a first buffer and as much of a second as goes with it, then the rest. */
    public void write(ByteBuffer first, ByteBuffer second) throws ConnectionLostException {
        ConnectionPhase before = clock.phase();
        enter(ConnectionPhase.WRITING);
        int end = second.limit();
        second.limit(Math.min(end, second.position() + WRITTEN_AT_A_TIME));
        long start = deadlines.now();
        int length = first.remaining() + second.remaining();
        transport.write(first, second);
        pace.waited(deadlines.now() - start, length);
        enter(before);
        second.limit(end);
        if (second.hasRemaining()) {
            write(second);
        }
    }

    /** Writes a region of a file, which is to be so short that a pause of the peer shows behind it. */
    public void write(FileChannel file, long position, long count) throws IOException {
        ConnectionPhase before = clock.phase();
        enter(ConnectionPhase.WRITING);
        long start = deadlines.now();
        transport.write(file, position, count);
        pace.waited(deadlines.now() - start, count);
        enter(before);
    }

    @Override
    public void check(long now) {
        long reading = clock.read();
        if (overdue || !PhaseClock.isLate(reading, now, timeouts, pace)) {
            return;
        }
        overdue = true;
        ConnectionPhase current = PhaseClock.phase(reading);
        if (observer != ServerObserver.NONE) {
            observer.deadlinePassed(peer(), current.name());
        }
        if (current == ConnectionPhase.WRITING) {
            transport.reset(); // what waits for the peer is dropped, and the peer can tell that it was not all
        } else {
            transport.shutdownInput();
        }
    }

    /**
     * Asks it to end: soon if it is idle and nothing has arrived, else after the request in progress. Called by any
     * thread, and again until it has ended.
     */
    void stopSoon() {
        stopping = true;
        long reading = clock.read();
        if (PhaseClock.phase(reading).isBeforeRequest()) {
            if (thread == null) {
                transport.unpark(); // its thread will look for what has arrived
            } else if (deadlines.now() - PhaseClock.since(reading) > SURELY_BLOCKED) {
                transport.shutdownInput();
            }
        }
    }

    /** Told by the thread that runs it from now on. */
    void runBy(Thread runner) {
        if (phase() == ConnectionPhase.IDLE) {
            enter(ConnectionPhase.IDLE); // it has not begun to read
        }
        thread = runner;
    }

    /** Told by the thread that ran it. */
    void leftByItsThread() {
        thread = null;
    }

    /**
     * Ends it now and interrupts the application, if that has it; a parked one is woken to find its input at an end. May
     * be called by any thread.
     *
     * @return whether that cost a request or its response
     */
    boolean cut() {
        ConnectionPhase current = phase();
        boolean isBusy = !current.isBeforeRequest() && current != ConnectionPhase.LINGERING;
        Thread runner = thread;
        if (runner == null) {
            transport.shutdownInput();
            return isBusy;
        }
        deadlines.forget(this);
        if (isBusy) {
            transport.reset(); // a plain close would make content look whole that only its end would end
        } else {
            transport.close();
        }
        runner.interrupt();
        return isBusy;
    }

    /** Ends it now, whatever it does. May be called by any thread, and more than once. */
    public void close() {
        deadlines.forget(this);
        transport.close();
    }

    /** Tells that a request has started, and measures it if anybody observes. */
    public Observation observe(Request request) {
        recorded.request();
        return Observation.of(request, observer);
    }

    /** Tells that octets were refused which never became a request. */
    public void refused(Status status, String violation) {
        if (FlightEvents.wantRefusals()) {
            FlightEvents.refused(peer(), status, violation);
        }
        if (observer != ServerObserver.NONE) {
            observer.refused(peer(), status, violation);
        }
    }

    /** Tells that it has ended; called once, by the last thread that served it. */
    void ended() {
        if (recorded != FlightEvents.Connection.NONE) {
            recorded.closed(peer());
        }
        if (observer != ServerObserver.NONE) {
            observer.connectionClosed(accepted());
        }
    }
}
