package dev.weir.testing;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** Until when something has to be done. */
final class Deadline {

    private final Duration patience;
    private long end;

    Deadline(Duration patience) {
        this.patience = patience;
        restart();
    }

    /** All the time is there again. */
    void restart() {
        end = System.nanoTime() + patience.toNanos();
    }

    /** What is left of the time. */
    Duration remaining() throws SocketTimeoutException {
        long nanos = end - System.nanoTime();
        if (nanos <= 0) {
            throw new SocketTimeoutException("nothing more within " + seconds());
        }
        return Duration.ofNanos(nanos);
    }

    /** The whole of it, for people. */
    String seconds() {
        return patience.toMillis() / 1000.0 + " s";
    }
}
