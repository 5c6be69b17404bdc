package dev.weir.testing;

import java.io.IOException;
import java.time.Duration;

/** The client's end of a connection. Used by one thread. */
interface ClientConnection {

    /** Sends octets, and fails if that takes longer. */
    void send(byte[] octets, Duration longest) throws IOException;

    /**
     * Takes what has arrived, and waits for it.
     *
     * @return number of octets, at least one; -1 if the server has sent all
     * @throws java.net.SocketTimeoutException if nothing has arrived in that time
     */
    int receive(byte[] into, Duration longest) throws IOException;

    /** Leaves. */
    void close();
}
