package dev.weir.internal.server;

import dev.weir.internal.net.ConnectionLostException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.function.BiConsumer;

/**
 * Runs one connection on the thread that it was given, until it ends or is parked; then this task is run again later, on
 * another thread perhaps.
 */
public final class ConnectionTask implements Runnable {

    private static final System.Logger LOGGER = System.getLogger(ConnectionTask.class.getName());

    private final OpenConnection connection;
    private final OpenConnections all;
    private final ConnectionProtocol.Factory protocols;
    private final BiConsumer<OpenConnection, Runnable> parking;
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
            Runnable whenEnded) {
        this.connection = connection;
        this.all = all;
        this.protocols = protocols;
        this.parking = parking;
        this.whenEnded = whenEnded;
        all.add(connection);
    }

    @Override
    public void run() {
        boolean isParked = false;
        connection.runBy(Thread.currentThread());
        try {
            isParked = serve();
        } finally {
            connection.leftByItsThread();
            if (!isParked || !park()) {
                end();
            }
        }
    }

    /** Whether it is to be parked; else it is to end. */
    private boolean serve() {
        try {
            if (protocol == null) {
                protocol = protocols.serve(connection);
            }
            return protocol.serve() == ConnectionProtocol.Outcome.PARK;
        } catch (ConnectionLostException e) {
            LOGGER.log(Level.DEBUG, "A connection was lost", e);
        } catch (IOException e) {
            LOGGER.log(Level.DEBUG, "A connection ended early", e);
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.ERROR, "A connection failed; the server goes on", e);
        }
        return false;
    }

    private boolean park() {
        try {
            parking.accept(connection, this);
            return true;
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.ERROR, "A connection could not be parked; it is closed", e);
            return false;
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
