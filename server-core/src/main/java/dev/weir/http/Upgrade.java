package dev.weir.http;

import java.io.IOException;

/** Who takes a connection over once 101 (Switching Protocols) has been sent (RFC 9110 section 7.8). */
@FunctionalInterface
public interface Upgrade {

    /** Speaks the new protocol; the connection is closed when this returns or throws. */
    void run(UpgradedConnection connection) throws IOException;
}
