package dev.weir.internal.http1;

import dev.weir.config.Limits;
import dev.weir.http.ContentSource;
import dev.weir.http.Headers;
import dev.weir.http.HttpException;
import dev.weir.http.Status;
import dev.weir.internal.net.ConnectionLostException;
import dev.weir.internal.server.OpenConnection;
import dev.weir.internal.wire.ChunkedDecoder;
import dev.weir.internal.wire.MessageFraming;
import dev.weir.internal.wire.ProtocolException;
import dev.weir.internal.wire.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The content of one request on its connection. Read by the connection's thread, while the application runs and
 * afterwards to find the next request.
 */
final class Http1Content extends InputStream implements ContentSource {

    private final MessageFraming framing;
    private final ConnectionInput input;
    private final OpenConnection connection;

    /** Sends 100 (Continue); run at most once, before the first octet is waited for. Null if nobody waits for that. */
    private Continue expectation;

    /** Null unless the content comes in chunks. */
    private final ChunkedDecoder chunks;

    /** Octets still to come where the length is known. */
    private long remaining;

    /** Why no more can be read; null as long as all is well. */
    private Violation violation;

    private boolean isCutOff;

    /** Says that the content may come. */
    @FunctionalInterface
    interface Continue {
        void send() throws ConnectionLostException;
    }

    Http1Content(
            MessageFraming framing,
            ConnectionInput input,
            OpenConnection connection,
            Limits limits,
            Continue expectation) {
        this.framing = framing;
        this.input = input;
        this.connection = connection;
        this.expectation = expectation;
        this.chunks = framing.kind() == MessageFraming.Kind.CHUNKED ? new ChunkedDecoder(limits) : null;
        this.remaining = framing.length();
    }

    @Override
    public OptionalLong length() {
        return chunks == null ? OptionalLong.of(framing.length()) : OptionalLong.empty();
    }

    @Override
    public InputStream stream() {
        return this;
    }

    @Override
    public Headers trailers() {
        return chunks == null ? Headers.empty() : chunks.trailers();
    }

    /** Whether all of it has been read, trailers included. */
    boolean isComplete() {
        return chunks == null ? remaining == 0 : chunks.isComplete();
    }

    /** Whether the client waits for 100 (Continue), and may never send the content. */
    boolean isAwaited() {
        return expectation != null && !isComplete();
    }

    /** How the peer broke the content's framing, if it did. */
    Optional<Violation> violation() {
        return Optional.ofNullable(violation);
    }

    /** Whether the end can't be reached any more. */
    boolean isBroken() {
        return violation != null || isCutOff;
    }

    /** Octets that are known to be still to come; 0 for chunks. */
    long knownRemaining() {
        return remaining;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, into.length);
        if (count == 0) {
            return 0;
        }
        if (violation != null) {
            throw refusal(violation);
        }
        try {
            return chunks == null ? readFixed(into, offset, count) : readChunks(into, offset, count);
        } catch (ProtocolException e) {
            violation = e.violation();
            throw refusal(violation);
        }
    }

    private static HttpException refusal(Violation violation) {
        return new HttpException(violation.status(), violation.text());
    }

    private int readFixed(byte[] into, int offset, int count) throws IOException {
        if (remaining == 0) {
            return -1;
        }
        int wanted = (int) Math.min(count, remaining);
        int read = take(into, offset, wanted);
        if (read == 0) {
            sendContinue();
            read = input.readContent(into, offset, wanted);
        }
        if (read < 0) {
            throw cutOff();
        }
        remaining -= read;
        return read;
    }

    private int readChunks(byte[] into, int offset, int count) throws IOException, ProtocolException {
        while (!chunks.isComplete()) {
            int ready = chunks.decode(input.available());
            if (ready > 0) {
                int read = take(into, offset, Math.min(ready, count));
                chunks.taken(read);
                return read;
            }
            if (chunks.isComplete()) {
                break;
            }
            if (chunks.remainingInChunk() > 0 && !input.available().hasRemaining()) {
                int wanted = (int) Math.min(count, chunks.remainingInChunk());
                int read = input.readContent(into, offset, wanted);
                if (read < 0) {
                    throw cutOff();
                }
                chunks.taken(read);
                return read;
            }
            sendContinue();
            if (!input.fillContent()) {
                throw cutOff();
            }
        }
        return -1;
    }

    private int take(byte[] into, int offset, int most) {
        ByteBuffer available = input.available();
        int count = Math.min(most, available.remaining());
        available.get(into, offset, count);
        if (count > 0) {
            expectation = null; // whoever has begun to send does not wait to be told so (RFC 9110 section 10.1.1)
        }
        return count;
    }

    private void sendContinue() throws ConnectionLostException {
        if (expectation != null) {
            Continue once = expectation;
            expectation = null;
            once.send();
        }
    }

    /** The content ended early: because a deadline passed, or because the client went. */
    private IOException cutOff() {
        isCutOff = true;
        if (connection.isOverdue()) {
            throw new HttpException(Status.REQUEST_TIMEOUT, "The content came too slowly.");
        }
        violation = Violation.INCOMPLETE_CONTENT;
        throw refusal(violation);
    }

    /** Reads and drops what is left, up to so many octets; whether the end was reached. */
    boolean drain(long most) throws IOException {
        byte[] dropped = new byte[(int) Math.min(8192, Math.max(most, 1))];
        long count = 0;
        try {
            while (!isComplete() && count <= most) {
                int read = read(dropped, 0, dropped.length);
                if (read < 0) {
                    break;
                }
                count += read;
            }
        } catch (HttpException e) {
            return false; // whoever asked sees that the end was not reached, and closes the connection
        }
        return isComplete();
    }
}
