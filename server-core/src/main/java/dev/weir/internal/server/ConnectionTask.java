package dev.weir.internal.server;

import dev.weir.internal.net.ConnectionLostException;
import dev.weir.internal.net.LazyLogger;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.function.BiConsumer;

/**
 * Runs one connection on the thread that it was given, until it ends, lingers or is parked; a parked one is run again
 * later, on another thread perhaps.
 */
public final class ConnectionTask implements Runnable {

    private static final LazyLogger LOGGER = new LazyLogger(ConnectionTask.class);

    private final OpenConnection connection;
    private final OpenConnections all;
    private final ConnectionProtocol.Factory protocols;
    private final BiConsumer<OpenConnection, Runnable> parking;
    private final Lingering lingering;
    private final Runnable whenEnded;

    /** Null until the connection first runs. */
    private ConnectionProtocol protocol;

    /**
     * A task for a connection that is open from now on.
     *
     * @param parking runs the given task once the connection is readable
     * @param whenEnded called once, after the connection is closed
     */
    public ConnectionTask(
            OpenConnection connection,
            OpenConnections all,
            ConnectionProtocol.Factory protocols,
            BiConsumer<OpenConnection, Runnable> parking,
            Lingering lingering,
            Runnable whenEnded) {
        this.connection = connection;
        this.all = all;
        this.protocols = protocols;
        this.parking = parking;
        this.lingering = lingering;
        this.whenEnded = whenEnded;
        all.add(connection);
    }

    @Override
    public void run() {
        ConnectionProtocol.Outcome outcome = ConnectionProtocol.Outcome.CLOSE;
        connection.runBy(Thread.currentThread());
        try {
            outcome = serve();
        } finally {
            connection.leftByItsThread();
            leave(outcome);
        }
    }

    private ConnectionProtocol.Outcome serve() {
        try {
            if (protocol == null) {
                protocol = protocols.serve(connection);
            }
            return protocol.serve();
        } catch (ConnectionLostException e) {
            LOGGER.get().log(Level.DEBUG, "A connection was lost", e);
        } catch (IOException e) {
            LOGGER.get().log(Level.DEBUG, "A connection ended early", e);
        } catch (RuntimeException | Error e) {
            LOGGER.get().log(Level.ERROR, "A connection failed; the server goes on", e);
        }
        return ConnectionProtocol.Outcome.CLOSE;
    }

    private void leave(ConnectionProtocol.Outcome outcome) {
        try {
            switch (outcome) {
                case PARK -> parking.accept(connection, this);
                case LINGER -> lingering.add(connection, this::end);
                default -> end();
            }
        } catch (RuntimeException | Error e) {
            LOGGER.get().log(Level.ERROR, "A connection could not be kept; it is closed", e);
            end();
        }
    }

    /** Closes the connection; also for one that never got to run. Only the first call counts. */
    public void end() {
        connection.close();
        if (all.remove(connection)) {
            try {
                connection.ended();
            } finally {
                whenEnded.run();
            }
        }
    }
}
