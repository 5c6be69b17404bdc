package dev.weir.testing;

import dev.weir.http.FieldNames;
import dev.weir.http.Headers;
import dev.weir.http.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A response that has begun: its content is read as it comes. Closing it before its end is how a client leaves. Used by one
 * thread.
 */
public final class StreamedResponse implements AutoCloseable {

    private final TestClient client;
    private final ClientWire wire;
    private final Deadline deadline;
    private final ResponseHead head;
    private final ReceivedContent content;
    private boolean isClosed;

    StreamedResponse(
            TestClient client, ClientWire wire, Deadline deadline, ResponseHead head, ReceivedContent content) {
        this.client = client;
        this.wire = wire;
        this.deadline = deadline;
        this.head = head;
        this.content = content;
    }

    /** The status. */
    public Status status() {
        return head.status();
    }

    /** The header section. */
    public Headers headers() {
        return head.headers();
    }

    /** Value of the first field line of that name. */
    public Optional<String> header(String name) {
        return head.headers().first(name);
    }

    /** The content; each read waits as long as the client's deadline says, and fails if the content is cut short. */
    public InputStream content() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                deadline.restart();
                return content.read();
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                deadline.restart();
                return content.read(into, offset, length);
            }
        };
    }

    /**
     * The next line of text in UTF-8, without its end; empty at the end of the content.
     *
     * @throws ExchangeFailedException if it does not come in time, or the content is cut short
     */
    public Optional<String> nextLine() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        deadline.restart();
        try {
            int next = content.read();
            if (next < 0) {
                return Optional.empty();
            }
            while (next >= 0 && next != '\n') {
                line.write(next);
                next = content.read();
            }
        } catch (IOException e) {
            throw failure(line.toByteArray(), e);
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }

    /**
     * All content that has not been read yet, with the head.
     *
     * @throws ExchangeFailedException if it does not come in time, or is cut short
     */
    public TestResponse readAll() {
        deadline.restart();
        return readRest();
    }

    /** As {@link #readAll}, in what is left of the time for the whole response. */
    TestResponse readRest() {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try {
            content.transferTo(octets);
            return response(octets.toByteArray());
        } catch (IOException e) {
            throw failure(octets.toByteArray(), e);
        }
    }

    private TestResponse response(byte[] octets) {
        return new TestResponse(head, octets, content.trailers(), client::json);
    }

    private ExchangeFailedException failure(byte[] octets, IOException cause) {
        String message =
                head + " (expected: all of its content): " + cause.getMessage() + " after " + octets.length + " octets";
        return new ExchangeFailedException(message, cause, Optional.of(response(octets)));
    }

    /** Leaves, unless all was read and the connection can be used again. */
    @Override
    public void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        boolean isReusable = content.isComplete()
                && !content.endsWithConnection()
                && !headers().containsToken(FieldNames.CONNECTION, "close");
        if (isReusable) {
            client.giveBack(wire);
        } else {
            wire.close();
        }
    }
}
