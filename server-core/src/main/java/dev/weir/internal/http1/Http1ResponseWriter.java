package dev.weir.internal.http1;

import dev.weir.http.ContentOutput;
import dev.weir.http.FieldNames;
import dev.weir.http.Headers;
import dev.weir.http.HttpVersion;
import dev.weir.http.Method;
import dev.weir.http.Response;
import dev.weir.http.ResponseContent;
import dev.weir.http.Status;
import dev.weir.internal.net.BufferPool;
import dev.weir.internal.wire.ResponseHeadEncoder;
import java.io.IOException;
import java.util.OptionalLong;

/**
 * Writes responses: decides the framing (RFC 9112 section 6), writes the head, and lets the content write itself.
 *
 * <p>What a handler says about Content-Length, Transfer-Encoding and Connection does not count, for the server knows
 * better; only {@code Connection: close} is honoured, and a Content-Length on the answer to HEAD that has no content.
 * Content of a response with trailers goes in chunks also where its length is known, for no other framing has a trailer
 * section; Trailer is left out where there are none, in HTTP/1.0.
 */
final class Http1ResponseWriter {

    private static final int UNKNOWN = -1;

    private final ConnectionOutput output;
    private final BufferPool pool;
    private final DateField dateField;

    /** Prepared line of the Server field; empty for none. */
    private final byte[] serverField;

    private final ResponseHeadEncoder encoder = new ResponseHeadEncoder();
    private long contentOctets;
    private boolean endsWithConnection;

    Http1ResponseWriter(ConnectionOutput output, BufferPool pool, DateField dateField, byte[] serverField) {
        this.output = output;
        this.pool = pool;
        this.dateField = dateField;
        this.serverField = serverField;
    }

    /** Writes an interim response and sends it (RFC 9110 section 15.2). */
    void writeInterim(Status status, Headers headers) throws IOException {
        output.start(encoder, status);
        fields(headers, false);
        output.end(encoder);
        output.flush();
    }

    /** Writes the head of 101 (Switching Protocols) and sends it. */
    void writeUpgrade(Response response) throws IOException {
        startHead(response, false);
        encoder.field(FieldNames.CONNECTION, "Upgrade");
        output.end(encoder);
        output.flush();
    }

    /**
     * Writes a final response and closes its content, whatever happens.
     *
     * @param mayPersist whether the connection could be used again as far as the request goes
     * @return whether it may be used again; false if the content could not be framed otherwise
     * @throws IOException if the content failed; the message is cut short and the connection must be closed
     */
    boolean write(Response response, Method method, HttpVersion version, boolean mayPersist) throws IOException {
        contentOctets = 0;
        endsWithConnection = false;
        try {
            boolean allowsContent = response.status().allowsContent();
            boolean isHead = method.equals(Method.HEAD);
            long length = allowsContent ? length(response, isHead) : 0;
            boolean needsChunks = length == UNKNOWN || allowsContent && response.hasTrailers();
            boolean isChunked = needsChunks && version != HttpVersion.HTTP_1_0;
            boolean persists = mayPersist
                    && (length != UNKNOWN || isChunked || isHead)
                    && !response.headers().containsToken(FieldNames.CONNECTION, "close");
            endsWithConnection = length == UNKNOWN && !isChunked && !isHead;
            writeHead(response, version, length, isChunked, persists);
            if (allowsContent && !isHead) {
                writeContent(response, length, isChunked);
            }
            endsWithConnection = false;
            return persists;
        } finally {
            response.content().close();
        }
    }

    private static long length(Response response, boolean isHead) {
        OptionalLong length = response.content().length();
        if (length.isPresent() && length.getAsLong() < 0) {
            throw new IllegalStateException("length of content: " + length.getAsLong() + " (expected: 0 or more)");
        }
        if (isHead && length.orElse(UNKNOWN) == 0) {
            // A handler for HEAD may tell the length of what it does not make.
            return response.headers()
                    .first(FieldNames.CONTENT_LENGTH)
                    .filter(value -> value.matches("[0-9]{1,18}"))
                    .map(Long::parseLong)
                    .orElse(0L);
        }
        return length.orElse(UNKNOWN);
    }

    private void writeHead(Response response, HttpVersion version, long length, boolean isChunked, boolean persists)
            throws IOException {
        boolean hasUpgrade = startHead(response, isChunked);
        framing(response, length, isChunked);
        String option = !persists ? "close" : version == HttpVersion.HTTP_1_0 ? "keep-alive" : "";
        if (hasUpgrade) {
            // Upgrade is a matter of this connection only, which has to be said (RFC 9110 section 7.8).
            encoder.field(FieldNames.CONNECTION, option.isEmpty() ? "upgrade" : option + ", upgrade");
        } else if (!option.isEmpty()) {
            encoder.field(FieldNames.CONNECTION, option);
        }
        output.end(encoder);
    }

    /** Begins a head with all that does not depend on the request; whether Upgrade is among it. */
    private boolean startHead(Response response, boolean hasTrailers) {
        Headers headers = response.headers();
        output.start(encoder, response.status());
        if (!headers.contains(FieldNames.DATE)) {
            encoder.octets(dateField.octets());
        }
        if (!headers.contains(FieldNames.SERVER)) {
            encoder.octets(serverField);
        }
        return fields(headers, hasTrailers);
    }

    /** Adds the field lines that an application may decide; whether Upgrade is among them. */
    private boolean fields(Headers headers, boolean hasTrailers) {
        boolean hasUpgrade = false;
        for (int i = 0; i < headers.size(); i++) {
            String name = headers.name(i);
            if (!isDecidedHere(name, hasTrailers)) {
                encoder.field(name, headers.value(i));
                hasUpgrade |= name.equalsIgnoreCase(FieldNames.UPGRADE);
            }
        }
        return hasUpgrade;
    }

    private static boolean isDecidedHere(String name, boolean hasTrailers) {
        return switch (name.length()) {
            case 7 -> !hasTrailers && name.equalsIgnoreCase(FieldNames.TRAILER);
            case 10 -> name.equalsIgnoreCase(FieldNames.CONNECTION) || name.equalsIgnoreCase("Keep-Alive");
            case 14 -> name.equalsIgnoreCase(FieldNames.CONTENT_LENGTH);
            case 17 -> name.equalsIgnoreCase(FieldNames.TRANSFER_ENCODING);
            default -> false;
        };
    }

    private void framing(Response response, long length, boolean isChunked) {
        int status = response.status().code();
        if (isChunked) {
            encoder.field(FieldNames.TRANSFER_ENCODING, "chunked");
        } else if (length != UNKNOWN && status != 204 && status != 304) {
            encoder.field(FieldNames.CONTENT_LENGTH, Long.toString(length));
        }
    }

    private static void writeItself(ResponseContent content, ContentOutput into) throws IOException {
        try {
            content.writeTo(into);
        } finally {
            into.endWait();
            Thread.interrupted(); // the rest of the message is still to be written
        }
    }

    /** Octets of content that the last response has sent so far. */
    long contentOctets() {
        return contentOctets;
    }

    /** Whether the last response is incomplete, and nothing but the end of the connection would end its content. */
    boolean endsWithConnection() {
        return endsWithConnection;
    }

    private void writeContent(Response response, long length, boolean isChunked) throws IOException {
        if (isChunked) {
            ChunkedOutput chunks = new ChunkedOutput(output, pool);
            try {
                writeItself(response.content(), chunks);
                if (length != UNKNOWN && chunks.written() != length) {
                    throw new IOException("content has " + chunks.written() + " octets, its length said " + length);
                }
                chunks.end(response.trailers());
            } finally {
                contentOctets = chunks.octets();
                chunks.release();
            }
            return;
        }
        CountedOutput counted = new CountedOutput(output, length == UNKNOWN ? Long.MAX_VALUE : length);
        try {
            writeItself(response.content(), counted);
        } finally {
            contentOctets = counted.octets();
        }
        if (length != UNKNOWN && counted.remaining() > 0) {
            throw new IOException("content is shorter than its length said, by " + counted.remaining() + " octets");
        }
    }
}
