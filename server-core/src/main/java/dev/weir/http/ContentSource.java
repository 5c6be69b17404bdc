package dev.weir.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** Where a request's content comes from: a connection, or memory in a test. Implemented by servers, used by {@link RequestContent}. */
public interface ContentSource {

    /** Number of octets if the message tells it in advance; empty for chunked content. */
    OptionalLong length();

    /**
     * The octets, transfer coding undone. Every call returns the same stream, which may block on the peer; the first
     * read sends 100 (Continue) if the client waits for it (RFC 9110 section 10.1.1).
     */
    InputStream stream() throws IOException;

    /** The trailer section, once the stream has been read to its end; empty before, and if there is none. */
    Headers trailers();
}
