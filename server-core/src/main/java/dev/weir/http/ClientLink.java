package dev.weir.http;

import java.io.IOException;
import java.util.concurrent.Callable;

/** What a handler can do with its client while it works. Used by the thread that handles the request. */
public interface ClientLink {

    /** Nobody is at the other end: interim responses are dropped, and nobody ever leaves. */
    ClientLink NONE = new ClientLink() {
        @Override
        public void sendInterim(Status status, Headers headers) {
            // nobody to send it to
        }

        @Override
        public boolean isGone() {
            return false;
        }

        @Override
        public <T> T interruptWhenGone(Callable<T> work) throws Exception {
            return work.call();
        }
    };

    /** Sends an interim response (RFC 9110 section 15.2) at once; {@code status} is informational and not 101. */
    void sendInterim(Status status, Headers headers) throws IOException;

    /** See {@link Request#isClientGone()}. */
    boolean isGone();

    /** See {@link Request#interruptWhenClientGone}. */
    <T> T interruptWhenGone(Callable<T> work) throws Exception;
}
