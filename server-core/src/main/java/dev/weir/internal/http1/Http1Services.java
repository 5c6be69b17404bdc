package dev.weir.internal.http1;

import dev.weir.config.Limits;
import dev.weir.http.FieldNames;
import dev.weir.http.Headers;
import dev.weir.internal.net.BufferPool;
import dev.weir.internal.net.ConnectionThreads;
import dev.weir.internal.net.PeerWatcher;
import dev.weir.internal.server.ConnectionProtocol;
import dev.weir.internal.server.Dispatcher;
import dev.weir.internal.server.OpenConnection;
import dev.weir.internal.wire.ResponseHeadEncoder;

/** What all HTTP/1.1 connections of a server share, and what makes them. */
public final class Http1Services implements ConnectionProtocol.Factory {

    private final Limits limits;
    private final ConnectionThreads threads;
    private final PeerWatcher watcher;
    private final Dispatcher dispatcher;
    private final Refusals refusals;
    private final BufferPool buffers = new BufferPool();
    private final DateField dateField = new DateField();
    private final byte[] serverField;

    /**
     * Services of one server.
     *
     * @param server value of the Server field; empty for none
     */
    public Http1Services(
            Limits limits, ConnectionThreads threads, PeerWatcher watcher, Dispatcher dispatcher, String server) {
        this.limits = limits;
        this.threads = threads;
        this.watcher = watcher;
        this.dispatcher = dispatcher;
        this.refusals = new Refusals(dispatcher);
        this.serverField =
                server.isEmpty() ? new byte[0] : ResponseHeadEncoder.fieldLines(Headers.of(FieldNames.SERVER, server));
    }

    @Override
    public ConnectionProtocol serve(OpenConnection connection) {
        return new Http1Connection(connection, this);
    }

    Limits limits() {
        return limits;
    }

    ConnectionThreads threads() {
        return threads;
    }

    PeerWatcher watcher() {
        return watcher;
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    Refusals refusals() {
        return refusals;
    }

    BufferPool buffers() {
        return buffers;
    }

    DateField dateField() {
        return dateField;
    }

    byte[] serverField() {
        return serverField;
    }
}
