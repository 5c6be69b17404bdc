package dev.weir.internal.http1;

import dev.weir.config.Limits;
import dev.weir.http.FieldNames;
import dev.weir.http.HttpException;
import dev.weir.http.HttpVersion;
import dev.weir.http.Peer;
import dev.weir.http.Problem;
import dev.weir.http.Request;
import dev.weir.http.RequestContent;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.http.Upgrade;
import dev.weir.http.UpgradedConnection;
import dev.weir.internal.net.ConnectionLostException;
import dev.weir.internal.net.LazyLogger;
import dev.weir.internal.net.Turn;
import dev.weir.internal.server.ConnectionPhase;
import dev.weir.internal.server.Observation;
import dev.weir.internal.server.OpenConnection;
import dev.weir.internal.wire.MessageFraming;
import dev.weir.internal.wire.ProtocolException;
import dev.weir.internal.wire.RequestHead;
import dev.weir.internal.wire.Violation;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * From the head of a request to the end of its response; one object for all exchanges of a connection, one after the other.
 */
final class Http1Exchange {

    private static final LazyLogger LOGGER = new LazyLogger(Http1Exchange.class);

    private final OpenConnection connection;
    private final Http1Services services;
    private final Limits limits;
    private final ConnectionInput input;
    private final ConnectionOutput output;
    private final Http1ResponseWriter writer;
    private final Turn turn;

    /** Of all requests that have none. */
    private final Http1Content noContent;

    Http1Exchange(
            OpenConnection connection,
            Http1Services services,
            ConnectionInput input,
            ConnectionOutput output,
            Http1ResponseWriter writer,
            Turn turn) {
        this.connection = connection;
        this.services = services;
        this.limits = services.limits();
        this.input = input;
        this.output = output;
        this.writer = writer;
        this.turn = turn;
        this.noContent = new Http1Content(MessageFraming.NO_CONTENT, input, connection, limits, null);
    }

    /** Serves the request of that head. */
    Http1Connection.Next serve(RequestHead head) throws IOException, ProtocolException {
        DestinationRule.check(head, connection.peer().isSecure());
        connection.restartPace();
        turn.beginMessage();
        boolean mayPersist = Persistence.isWanted(head.version(), head.headers());
        ExchangeLink client = new ExchangeLink(writer, connection.transport(), services.watcher());
        Http1Content content = content(head, client);
        Request request = request(head, content, client);
        Observation observation = connection.observe(request);
        Response response;
        try {
            response = services.dispatcher().dispatch(request);
        } finally {
            // What the application was told ends with it; a channel would close instead of writing.
            Thread.interrupted();
            connection.enter(ConnectionPhase.HANDLING);
        }
        if (response.upgrade().isPresent()) {
            if (!isUpgradeWanted(head, response)) {
                response = services.dispatcher()
                        .refusal(request, Problem.of(Status.UPGRADE_REQUIRED))
                        .withHeader(
                                FieldNames.UPGRADE,
                                response.header(FieldNames.UPGRADE).orElseThrow());
            } else if (skips(content)) {
                client.end();
                observation.responded(response.status(), 0, true);
                upgrade(response, response.upgrade().get(), request.peer());
                return Http1Connection.Next.CLOSE;
            } else {
                response = services.dispatcher().refusal(request, Problem.of(Status.CONTENT_TOO_LARGE));
            }
        }
        if (content.violation().isPresent()) {
            Violation violation = content.violation().get();
            response.content().close();
            response = services.dispatcher().refusal(request, Problem.of(violation.status(), violation.text()));
        }
        client.end();
        boolean isContentGone = content.isBroken() || content.isAwaited() || content.knownRemaining() > limits.drain();
        boolean persists = write(
                head,
                response,
                request,
                content,
                observation,
                mayPersist && !isContentGone && !closesAfterResponse(content));
        if (persists && skips(content)) {
            return Http1Connection.Next.READ;
        }
        output.flush();
        // A client that asked for the close, and has sent all, sends no more.
        boolean mayStillSend =
                mayPersist || !content.isComplete() || input.available().hasRemaining();
        return mayStillSend && !connection.isOverdue() ? Http1Connection.Next.LINGER : Http1Connection.Next.CLOSE;
    }

    /** Whether the server wants to close, and the client has not sent more before it could know. */
    private boolean closesAfterResponse(Http1Content content) throws ConnectionLostException {
        return connection.closesAfterResponse()
                && !(content.isComplete() && (input.available().hasRemaining() || input.fillNow()));
    }

    private boolean write(
            RequestHead head,
            Response response,
            Request request,
            Http1Content content,
            Observation observation,
            boolean mayPersist)
            throws IOException {
        connection.restartPace();
        boolean isComplete = false;
        try {
            // To what was received, which is not always what was made of it.
            boolean persists = writer.write(response, head.method(), head.version(), mayPersist);
            isComplete = true;
            return persists;
        } catch (ConnectionLostException e) {
            throw e;
        } catch (IOException | RuntimeException | Error e) {
            if (ConnectionLostException.isCauseOf(e)) {
                throw new ConnectionLostException("the client left", new IOException(e));
            }
            Level level = content.isBroken() || e instanceof HttpException ? Level.DEBUG : Level.ERROR;
            LOGGER.get().log(level, () -> request + ": the content of the response failed", e);
            if (level == Level.ERROR) {
                observation.failed(e);
            }
            flushQuietly();
            throw new ConnectionLostException("cut short because the content failed");
        } finally {
            if (!isComplete && writer.endsWithConnection()) {
                connection.transport().reset(); // a plain close would make the content look whole
            }
            observation.responded(response.status(), writer.contentOctets(), isComplete);
        }
    }

    private void flushQuietly() {
        try {
            output.flush();
        } catch (ConnectionLostException e) {
            LOGGER.get().log(Level.DEBUG, "The client left", e);
        }
    }

    private Http1Content content(RequestHead head, ExchangeLink client) throws ProtocolException {
        Http1Content.Continue expectation = null;
        List<String> expectations = head.headers().all(FieldNames.EXPECT);
        if (!expectations.isEmpty() && head.version() != HttpVersion.HTTP_1_0) {
            if (expectations.size() > 1 || !expectations.get(0).equalsIgnoreCase("100-continue")) {
                throw Violation.UNKNOWN_EXPECTATION.exception();
            }
            expectation = client::sendContinue;
        }
        return head.framing().kind() == MessageFraming.Kind.NONE
                ? noContent
                : new Http1Content(head.framing(), input, connection, limits, expectation);
    }

    private Request request(RequestHead head, Http1Content content, ExchangeLink client) {
        RequestContent given =
                content == noContent ? RequestContent.empty() : RequestContent.of(content, limits.content());
        Request received = Request.received(
                head.method(), head.target(), head.version(), head.headers(), given, connection.peer(), client);
        return services.dispatcher().rewritten(received);
    }

    /** Reads over what nobody has read of the content, if that is not too much; whether its end was reached. */
    private boolean skips(Http1Content content) throws IOException {
        return content.isComplete() || content.knownRemaining() <= limits.drain() && content.drain(limits.drain());
    }

    // Upgrade is asked for in both fields (RFC 9110 section 7.8).
    private static boolean isUpgradeWanted(RequestHead head, Response response) {
        String protocol = response.header(FieldNames.UPGRADE).orElse("");
        return head.version() != HttpVersion.HTTP_1_0
                && head.headers().containsToken(FieldNames.CONNECTION, "upgrade")
                && head.headers().containsToken(FieldNames.UPGRADE, protocol);
    }

    private void upgrade(Response response, Upgrade upgrade, Peer peer) throws IOException {
        writer.writeUpgrade(response);
        connection.enter(ConnectionPhase.UPGRADED);
        UpgradedStreams streams = new UpgradedStreams(connection, input);
        upgrade.run(new UpgradedConnection(streams.input(), streams.output(), peer));
    }
}
