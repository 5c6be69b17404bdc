package dev.weir.internal.http1;

import dev.weir.http.Headers;
import dev.weir.http.InterimResponses;
import dev.weir.http.Status;
import dev.weir.internal.net.ConnectionLostException;
import java.io.IOException;

/**
 * The interim responses of one exchange: sent at once, as long as the final response has not begun (RFC 9110 section
 * 15.2).
 *
 * <p>Later they would stand within the final response, or within that to another request, for an application may keep
 * its request for as long as it likes.
 */
final class ExchangeInterims implements InterimResponses {

    private final Http1ResponseWriter writer;

    /** Written by the connection's thread; an application may ask on another. */
    private volatile boolean isOver;

    ExchangeInterims(Http1ResponseWriter writer) {
        this.writer = writer;
    }

    @Override
    public void send(Status status, Headers headers) throws IOException {
        if (isOver) {
            throw new IllegalStateException(
                    "interim response: " + status.code() + " (expected: before the final response begins)");
        }
        writer.writeInterim(status, headers);
    }

    /** Sends 100 (Continue); once the final response has begun that one tells the client not to wait any longer. */
    void sendContinue() throws ConnectionLostException {
        if (isOver) {
            return;
        }
        try {
            writer.writeInterim(Status.CONTINUE, Headers.empty());
        } catch (ConnectionLostException e) {
            throw e;
        } catch (IOException e) {
            throw new ConnectionLostException("100 could not be sent", e);
        }
    }

    /** The final response begins. */
    void end() {
        isOver = true;
    }
}
