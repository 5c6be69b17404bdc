package dev.weir.internal.http1;

import dev.weir.http.HttpVersion;
import dev.weir.http.Response;
import dev.weir.internal.net.ConnectionLostException;
import dev.weir.internal.net.LazyLogger;
import dev.weir.internal.net.Turn;
import dev.weir.internal.server.ConnectionPhase;
import dev.weir.internal.server.ConnectionProtocol;
import dev.weir.internal.server.OpenConnection;
import dev.weir.internal.wire.ProtocolException;
import dev.weir.internal.wire.RequestHeadParser;
import dev.weir.internal.wire.Violation;
import java.io.IOException;
import java.lang.System.Logger.Level;

/**
 * The loop of an HTTP/1.1 connection: fill, parse, dispatch, write, again (RFC 9112 section 9).
 *
 * <p>Run by one thread at a time. All that outlives one turn of the loop is the input's buffer and the parser, so the
 * connection can be parked between any two reads of a head.
 */
final class Http1Connection implements ConnectionProtocol {

    private static final LazyLogger LOGGER = new LazyLogger(Http1Connection.class);

    /** What the loop does next. */
    enum Next {
        READ,
        DISPATCH,
        PARK,
        LINGER,
        CLOSE
    }

    private final OpenConnection connection;
    private final Http1Services services;
    private final ConnectionOutput output;
    private final ConnectionInput input;
    private final RequestHeadParser parser;
    private final Http1ResponseWriter writer;
    private final Http1Exchange exchange;
    private final Turn turn;

    /** Whether it comes from where it was parked, so that the next read will not block. */
    private boolean isReadable;

    Http1Connection(OpenConnection connection, Http1Services services) {
        this.connection = connection;
        this.services = services;
        this.turn = Turn.on(services.threads());
        this.output = new ConnectionOutput(connection, services.buffers(), services.threads(), turn);
        this.input = new ConnectionInput(connection, services.buffers(), output, services.threads(), turn);
        this.parser = new RequestHeadParser(services.limits());
        this.writer = new Http1ResponseWriter(output, services.buffers(), services.dateField(), services.serverField());
        this.exchange = new Http1Exchange(connection, services, input, output, writer, turn);
    }

    @Override
    public Outcome serve() throws IOException {
        isReadable = !services.threads().areVirtual();
        try {
            Next next = Next.READ;
            while (next == Next.READ) {
                next = readHead();
                if (next == Next.DISPATCH) {
                    next = exchange.serve(parser.head());
                }
            }
            return switch (next) {
                case PARK -> Outcome.PARK;
                case LINGER -> Outcome.LINGER;
                default -> Outcome.CLOSE;
            };
        } catch (ProtocolException e) {
            refuse(e.violation());
            return Outcome.LINGER;
        } finally {
            output.release();
        }
    }

    private Next readHead() throws IOException, ProtocolException {
        while (!parser.parse(input.available())) {
            boolean hasBegun = parser.hasStarted();
            ConnectionPhase phase = hasBegun ? ConnectionPhase.READING_HEAD : ConnectionPhase.IDLE;
            if (connection.phase() != phase) {
                connection.enter(phase);
            }
            if (!hasBegun) {
                input.shrink();
                if (connection.isStopping()) {
                    output.flush();
                    isReadable = false;
                    if (input.fillNow()) {
                        continue; // sent before the client could know
                    }
                    return Next.CLOSE;
                }
            }
            output.flush();
            output.release();
            if (hasBegun) {
                leaveIfOver(); // a peer that sends without a pause is always in the middle of a head
            } else if (wasGivenMoreMeanwhile()) {
                continue;
            }
            boolean mayBlock = !isReadable && services.threads().tryEnterWait();
            if (!mayBlock && !isReadable) {
                return Next.PARK;
            }
            isReadable = false;
            try {
                if (!input.fill()) {
                    return ended(hasBegun);
                }
            } finally {
                if (mayBlock) {
                    services.threads().leaveWait();
                }
            }
        }
        connection.enter(ConnectionPhase.HANDLING);
        return Next.DISPATCH;
    }

    /**
     * Lets other connections run before this one waits for its next request, for that is often there then and the read
     * finds it, where it would have found nothing and been parked first. One that always has something to read leaves the
     * processor's queue once in a while.
     */
    private boolean wasGivenMoreMeanwhile() throws ConnectionLostException {
        if (turn.isOver() && input.fillNow()) {
            turn.leave();
            return true;
        }
        turn.giveWay();
        return false;
    }

    private void leaveIfOver() {
        if (turn.isOver()) {
            turn.leave();
        }
    }

    private Next ended(boolean hasBegun) throws IOException {
        if (hasBegun && connection.isOverdue()) {
            refuse(services.refusals().ofSlowHead());
        }
        return Next.CLOSE;
    }

    private void refuse(Violation violation) throws IOException {
        LOGGER.get().log(Level.DEBUG, "Refused: {0} ({1})", violation, violation.section());
        connection.refused(violation.status(), violation.name());
        refuse(services.refusals().of(violation));
    }

    /** Answers what never became a request, and closes so that the answer arrives. */
    private void refuse(Response response) throws IOException {
        connection.enter(ConnectionPhase.HANDLING);
        writer.write(response, parser.method(), HttpVersion.HTTP_1_1, false);
        output.flush();
    }
}
