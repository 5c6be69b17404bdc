package dev.weir.internal.server;

import dev.weir.http.Peer;
import dev.weir.internal.net.ConnectionThreads;
import dev.weir.internal.net.ProxyHeader;
import dev.weir.internal.net.ProxyHeaderException;
import dev.weir.internal.net.ProxyHeaderParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Reads the PROXY header with which a connection begins, before another protocol serves it.
 *
 * <p>All of it has the time of a handshake, however it is cut into pieces. On the pool, where this runs when there is
 * something to read, it reads once and has the connection parked again until the header is whole.
 */
public final class ProxyHandshake implements ConnectionProtocol {

    /** Octets of a header without a certificate, and with some of what follows (section 2 of the protocol has 536). */
    private static final int USUAL_SIZE = 536;

    private final OpenConnection connection;
    private final Factory protocols;
    private final ConnectionThreads threads;

    /** What has arrived, up to its position; null once the header is read. */
    private ByteBuffer arrived = ByteBuffer.allocate(USUAL_SIZE);

    /** Null until the header is read. */
    private ConnectionProtocol protocol;

    private ProxyHandshake(OpenConnection connection, Factory protocols, ConnectionThreads threads) {
        this.connection = connection;
        this.protocols = protocols;
        this.threads = threads;
    }

    /** Expects the header before the protocols that those would serve. */
    public static Factory before(Factory protocols, ConnectionThreads threads) {
        return connection -> new ProxyHandshake(connection, protocols, threads);
    }

    @Override
    public Outcome serve() throws IOException {
        while (protocol == null) {
            if (!fill()) {
                return Outcome.CLOSE;
            }
            ByteBuffer octets = arrived.duplicate().flip();
            Optional<ProxyHeader> header = ProxyHeaderParser.parse(octets);
            if (header.isPresent()) {
                begin(header.get(), octets);
            }
            // On the pool nothing may wait for the peer here. What came behind the header has the parking go on at
            // once.
            if (!threads.areVirtual()) {
                return Outcome.PARK;
            }
        }
        return protocol.serve();
    }

    /** Reads more; false if the server stops and nothing has been sent. */
    private boolean fill() throws IOException {
        if (!arrived.hasRemaining()) {
            arrived = ByteBuffer.allocate(ProxyHeaderParser.LONGEST).put(arrived.flip());
        }
        int count = connection.isStopping() ? connection.readNow(arrived) : connection.read(arrived);
        if (count < 0) {
            throw new ProxyHeaderException(connection.isOverdue() ? "took too long" : "ended early");
        }
        return count > 0;
    }

    private void begin(ProxyHeader header, ByteBuffer rest) {
        if (header.source().isPresent()) {
            connection.relayedFor(
                    new Peer(header.source().get(), header.destination().orElseThrow(), header.isSecure()));
        }
        if (rest.hasRemaining()) {
            connection.transport().unread(rest);
        }
        arrived = null;
        connection.enter(ConnectionPhase.IDLE);
        protocol = protocols.serve(connection);
    }
}
