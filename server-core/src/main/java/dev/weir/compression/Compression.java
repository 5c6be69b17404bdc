package dev.weir.compression;

import dev.weir.http.FieldNames;
import dev.weir.http.Headers;
import dev.weir.http.MediaType;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.ResponseContent;
import dev.weir.http.Status;
import dev.weir.routing.Filter;
import dev.weir.routing.Handler;
import java.io.IOException;
import java.util.OptionalLong;

/**
 * Compresses the content of responses with gzip where the client accepts it (RFC 9110 sections 8.4 and 12.5.3).
 *
 * <p>Content of a known length up to 256 KiB is compressed before the response goes out, so that it has a
 * Content-Length; anything else is compressed on its way, and {@code flush()} still sends at once what was written.
 * A response that could have been compressed says {@code Vary: Accept-Encoding} even if it was not.
 *
 * <p>Left alone are responses that are short, that are partial or have a content coding, whose media type says that
 * they would not get shorter ({@link MediaType#isCompressible}), whose octets are vouched for by a digest, and those
 * with {@code Cache-Control: no-transform}. An entity tag becomes a weak one, and Accept-Ranges is taken away, since
 * ranges are counted in octets that are not sent.
 */
public final class Compression implements Filter {

    private static final long LONGEST_IN_MEMORY = 256 << 10;
    private static final long DEFAULT_MINIMUM_SIZE = 1024;
    private static final int DEFAULT_LEVEL = 6;

    private final long minimumSize;
    private final int level;

    private Compression(long minimumSize, int level) {
        this.minimumSize = minimumSize;
        this.level = level;
    }

    /** The gzip coding, for content of 1024 octets or more, at level 6. */
    public static Compression gzip() {
        return new Compression(DEFAULT_MINIMUM_SIZE, DEFAULT_LEVEL);
    }

    /**
     * This compression with another minimum size.
     *
     * @param octets shortest content of a known length that is compressed; with 0 all is, but for empty content
     */
    public Compression withMinimumSize(long octets) {
        if (octets < 0) {
            throw new IllegalArgumentException("minimum size: " + octets + " (expected: 0 or more octets)");
        }
        return new Compression(octets, level);
    }

    /**
     * This compression at another level.
     *
     * @param level from 1, the fastest, to 9, the shortest
     */
    public Compression withLevel(int level) {
        if (level < 1 || level > 9) {
            throw new IllegalArgumentException("level: " + level + " (expected: 1 to 9)");
        }
        return new Compression(minimumSize, level);
    }

    @Override
    public Response filter(Request request, Handler next) throws Exception {
        Response response = next.handle(request);
        if (!isEligible(response)) {
            return response;
        }
        Headers headers = response.varyingOn(FieldNames.ACCEPT_ENCODING).headers();
        if (!GzipPreference.of(request.headers()).isGzipChosen()) {
            return response.withHeaders(headers);
        }
        if (response.status().equals(Status.NOT_MODIFIED)) {
            // Its field lines are those of the 200 that the client has, except the ones about content.
            return response.withHeaders(withWeakEntityTag(headers));
        }
        return response.withHeaders(withWeakEntityTag(headers)
                        .with(FieldNames.CONTENT_ENCODING, "gzip")
                        .without("Accept-Ranges"))
                .withContent(compressed(response.content()));
    }

    private boolean isEligible(Response response) {
        Headers headers = response.headers();
        if (headers.contains(FieldNames.CONTENT_ENCODING)
                || headers.contains(FieldNames.CONTENT_RANGE)
                || headers.contains("Content-Digest")
                || headers.contains("Repr-Digest")
                || headers.containsToken(FieldNames.CACHE_CONTROL, "no-transform")) {
            return false;
        }
        boolean isCompressible =
                response.contentType().map(MediaType::isCompressible).orElse(false);
        if (response.status().equals(Status.NOT_MODIFIED)) {
            return isCompressible || !headers.contains(FieldNames.CONTENT_TYPE);
        }
        return isCompressible
                && response.status().allowsContent()
                && !response.status().equals(Status.PARTIAL_CONTENT)
                && isLongEnough(response.content());
    }

    private boolean isLongEnough(ResponseContent content) {
        OptionalLong length = content.length();
        return length.isEmpty() || length.getAsLong() >= Math.max(1, minimumSize);
    }

    private ResponseContent compressed(ResponseContent content) throws IOException {
        OptionalLong length = content.length();
        return length.isPresent() && length.getAsLong() <= LONGEST_IN_MEMORY
                ? ResponseContent.of(GzipContent.inMemory(content, level))
                : new GzipContent(content, level);
    }

    private static Headers withWeakEntityTag(Headers headers) {
        return headers.first(FieldNames.ETAG)
                .filter(tag -> !tag.startsWith("W/"))
                .map(strong -> headers.with(FieldNames.ETAG, "W/" + strong))
                .orElse(headers);
    }
}
