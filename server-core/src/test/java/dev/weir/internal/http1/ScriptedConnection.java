package dev.weir.internal.http1;

import dev.weir.config.Limits;
import dev.weir.config.ThreadSettings;
import dev.weir.config.Timeouts;
import dev.weir.http.ProblemRenderer;
import dev.weir.internal.net.ConnectionThreads;
import dev.weir.internal.net.Deadlines;
import dev.weir.internal.net.PeerWatcher;
import dev.weir.internal.server.ConnectionProtocol;
import dev.weir.internal.server.Dispatcher;
import dev.weir.internal.server.OpenConnection;
import dev.weir.internal.server.Readiness;
import dev.weir.internal.server.RequestGate;
import dev.weir.internal.wire.Octets;
import dev.weir.observe.ServerObserver;
import dev.weir.routing.Handler;
import java.io.IOException;
import java.util.List;

/** A whole HTTP/1.1 connection on a scripted transport: octets in, octets out, on the caller's thread. */
final class ScriptedConnection {

    /** Not started: no time passes. */
    private static final Deadlines DEADLINES = new Deadlines();

    private ScriptedConnection() {}

    /** An open connection on that transport. */
    static OpenConnection open(ScriptedTransport transport) {
        return new OpenConnection(transport, DEADLINES, Timeouts.defaults(), ServerObserver.NONE, new Readiness());
    }

    /** Services of a server with that application. */
    static Http1Services services(Handler application, Limits limits) {
        return services(application, limits, new ConnectionThreads(ThreadSettings.platform(4)));
    }

    /** The same on a pool where others wait already, so that each connection is parked whenever it would wait. */
    static Http1Services crowdedServices(Handler application, Limits limits) {
        ConnectionThreads threads = new ConnectionThreads(ThreadSettings.platform(4));
        while (threads.tryEnterWait()) {
            // one more that waits
        }
        return services(application, limits, threads);
    }

    private static Http1Services services(Handler application, Limits limits, ConnectionThreads threads) {
        return new Http1Services(
                limits,
                threads,
                new PeerWatcher(),
                new Dispatcher(
                        application, List.of(), ProblemRenderer.DEFAULT, new RequestGate(limits), ServerObserver.NONE),
                "");
    }

    /** All that the server writes before it closes, if a peer sends those octets in those pieces. */
    static String answer(Http1Services services, Octets octets, List<Integer> pieces) throws IOException {
        ScriptedTransport transport = new ScriptedTransport(octets, pieces);
        OpenConnection connection = open(transport);
        ConnectionProtocol protocol = services.serve(connection);
        int turns = 0;
        while (protocol.serve() == ConnectionProtocol.Outcome.PARK) {
            if (++turns > octets.length() + 1) {
                throw new AssertionError("parked more often than there are octets");
            }
        }
        connection.close();
        return transport.written();
    }
}
