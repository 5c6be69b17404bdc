package dev.weir.http;

import java.io.IOException;

/** Where interim responses (RFC 9110 section 15.2) go: to the client at once, or nowhere. */
@FunctionalInterface
public interface InterimResponses {

    /** Drops them, as RFC 9110 section 15.2 asks for a client of HTTP/1.0. */
    InterimResponses NONE = (status, headers) -> {};

    /** Sends one; {@code status} is informational and not 101. */
    void send(Status status, Headers headers) throws IOException;
}
