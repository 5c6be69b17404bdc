package dev.weir.internal.http1;

import dev.weir.http.HttpDate;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Prepared octets of the Date of this second (RFC 9110 section 6.6.1); shared by all connections. */
final class DateField {

    private record Prepared(long second, byte[] octets) {}

    /** Replaced once a second by whoever comes first; two threads may both do it. */
    private volatile Prepared prepared = new Prepared(-1, new byte[0]);

    byte[] octets() {
        long second = System.currentTimeMillis() / 1000;
        Prepared current = prepared;
        if (current.second != second) {
            String line = "Date: " + HttpDate.format(Instant.ofEpochSecond(second)) + "\r\n";
            current = new Prepared(second, line.getBytes(StandardCharsets.ISO_8859_1));
            prepared = current;
        }
        return current.octets;
    }
}
