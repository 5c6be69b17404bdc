package dev.weir.http;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * The content of a request (RFC 9110 section 6.4), read when the handler asks for it, up to a limit.
 *
 * <p>Content is read once: {@link #stream()}, {@link #bytes()} and {@link #text()} draw from the same octets. More than
 * the limit is answered with 413, before anything is read if the request tells its length.
 */
public final class RequestContent {

    private static final RequestContent EMPTY = of(new byte[0]);

    /** Octets that are made room for at once because a request says that it has so many. */
    private static final int MOST_AT_ONCE = 64 << 10;

    private final ContentSource source;
    private final long limit;

    /** The request's, which tell the charset once text is asked for. */
    private final Headers headers;

    private RequestContent(ContentSource source, long limit, Headers headers) {
        this.source = source;
        this.limit = limit;
        this.headers = headers;
    }

    /** No content. */
    public static RequestContent empty() {
        return EMPTY;
    }

    /** Content from memory, without a limit. */
    public static RequestContent of(byte[] octets) {
        return of(new Octets(octets.clone()), Long.MAX_VALUE);
    }

    /**
     * Content from a source.
     *
     * @param limit most octets that may be read
     */
    public static RequestContent of(ContentSource source, long limit) {
        return new RequestContent(source, limit, Headers.empty());
    }

    /** This content with another limit, in octets. */
    public RequestContent limitedTo(long octets) {
        if (octets < 0) {
            throw new IllegalArgumentException("content limit: " + octets + " (expected: 0 or more octets)");
        }
        return new RequestContent(source, octets, headers);
    }

    /** This content as that of a request with that header section. */
    RequestContent with(Headers ofRequest) {
        return this == EMPTY ? this : new RequestContent(source, limit, ofRequest);
    }

    /** Most octets that may be read. */
    public long limit() {
        return limit;
    }

    /** Number of octets if the message tells it in advance; empty for chunked content. */
    public OptionalLong length() {
        return source.length();
    }

    /** Whether it is known to hold nothing. */
    public boolean isEmpty() {
        return source.length().orElse(-1) == 0;
    }

    /**
     * The octets as a stream that ends where the content ends. Reading past the limit throws an
     * {@link HttpException} with status 413.
     *
     * @throws HttpException with status 413 if the request tells a length above the limit
     */
    public InputStream stream() throws IOException {
        OptionalLong length = source.length();
        if (length.isEmpty()) {
            return new LimitedStream(source.stream(), limit);
        }
        if (length.getAsLong() > limit) {
            throw tooLarge(limit);
        }
        return source.stream();
    }

    /**
     * All octets.
     *
     * @throws HttpException with status 413 if they are more than the limit
     */
    public byte[] bytes() throws IOException {
        InputStream octets = stream();
        long length = source.length().orElse(Long.MAX_VALUE);
        return length <= MOST_AT_ONCE ? octets.readNBytes((int) length) : octets.readAllBytes();
    }

    /**
     * All octets as text in the charset of the request's Content-Type, UTF-8 if it names none.
     *
     * @throws HttpException with status 413 if they are more than the limit, 400 if they are no text in that charset
     */
    public String text() throws IOException {
        return text(headers.first(FieldNames.CONTENT_TYPE)
                .flatMap(MediaType::parse)
                .flatMap(MediaType::charset)
                .orElse(StandardCharsets.UTF_8));
    }

    /** All octets as text in that charset. */
    public String text(Charset of) throws IOException {
        try {
            return of.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new HttpException(Status.BAD_REQUEST, "The content is not text in " + of.name() + ".");
        }
    }

    /** The trailer section, once all content has been read; empty before, and if there is none (RFC 9110 section 6.5). */
    public Headers trailers() {
        return source.trailers();
    }

    private static HttpException tooLarge(long limit) {
        return new HttpException(Status.CONTENT_TOO_LARGE, "The content is longer than " + limit + " octets.");
    }

    private record Octets(byte[] octets, InputStream stream) implements ContentSource {

        Octets(byte[] octets) {
            this(octets, new ByteArrayInputStream(octets));
        }

        @Override
        public OptionalLong length() {
            return OptionalLong.of(octets.length);
        }

        @Override
        public Headers trailers() {
            return Headers.empty();
        }
    }

    /**
     * Counts what is read and refuses the first octet past the limit. It takes that one and no more, so that what is left
     * does not depend on how the content arrives.
     */
    private static final class LimitedStream extends FilterInputStream {

        private final long limit;
        private long count;

        LimitedStream(InputStream in, long limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            count(0);
            int octet = in.read();
            count(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            count(0);
            int read = in.read(into, offset, (int) upToFirstTooMany(length));
            count(Math.max(read, 0));
            return read;
        }

        @Override
        public long skip(long octets) throws IOException {
            count(0);
            long skipped = in.skip(upToFirstTooMany(octets));
            count(skipped);
            return skipped;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private long upToFirstTooMany(long octets) {
            long allowed = limit - count;
            return octets > allowed ? allowed + 1 : octets;
        }

        private void count(long more) {
            count += more;
            if (count > limit) {
                throw tooLarge(limit);
            }
        }
    }
}
