package dev.weir.representation;

import dev.weir.http.FieldNames;
import dev.weir.http.Headers;
import dev.weir.http.Method;
import dev.weir.http.Problem;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.ResponseContent;
import dev.weir.http.Status;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Sends the part of a representation that a request asks for (RFC 9110 section 14).
 *
 * <p>A Range field that can't be read, has another unit, or names more than 100 ranges, or more than 32 that are far
 * apart, is ignored, and everything is sent, as the RFC allows. A 206 keeps all field lines of the 200 also with If-Range,
 * where it could do without some: caches and browsers judge each response by its own.
 */
public final class Ranges {

    private static final String BYTES = "bytes";

    private Ranges() {}

    /**
     * The response that a request gets for which {@code full} would be the whole answer: 206 with the part or parts asked
     * for, 416 if there is nothing there, or {@code full} itself, with Accept-Ranges if parts of it can be had.
     *
     * <p>Only GET, HEAD and status 200 are looked at, and If-Range against the validators in {@code full}; other
     * preconditions come before and are not checked here.
     *
     * @throws IOException if content that is not needed can't be closed
     */
    public static Response apply(Request request, Response full) throws IOException {
        return apply(request, full, Validators.of(full));
    }

    static Response apply(Request request, Response full, Validators validators) throws IOException {
        boolean isRead = request.method().equals(Method.GET) || request.method().equals(Method.HEAD);
        boolean asksForPart = isRead && request.headers().contains(FieldNames.RANGE);
        boolean saysSo = full.headers().contains(FieldNames.ACCEPT_RANGES);
        if (!asksForPart && saysSo || !full.status().equals(Status.OK)) {
            return full;
        }
        OptionalLong length = full.content().length();
        if (length.isEmpty() || full.content().region(0, 0).isEmpty()) {
            return full;
        }
        Response ranged = saysSo ? full : full.withHeader(FieldNames.ACCEPT_RANGES, BYTES);
        return asksForPart ? select(request.headers(), ranged, validators, length.getAsLong()) : ranged;
    }

    /** The part of a response that is known to have parts. */
    private static Response select(Headers headers, Response full, Validators validators, long length)
            throws IOException {
        List<String> values = headers.all(FieldNames.RANGE);
        Optional<List<ByteRange>> ranges =
                values.size() == 1 && Preconditions.allowsRange(headers, validators, Instant.now())
                        ? RangeField.parse(values.get(0), length)
                        : Optional.empty();
        if (ranges.isEmpty()) {
            return full;
        }
        if (ranges.get().isEmpty()) {
            full.content().close();
            return Response.problem(Problem.of(Status.RANGE_NOT_SATISFIABLE))
                    .withHeader(FieldNames.CONTENT_RANGE, "bytes */" + length)
                    .withHeader(FieldNames.ACCEPT_RANGES, BYTES);
        }
        // The last octets of nothing: satisfiable, and there is no Content-Range that could say so.
        return length == 0 ? full : partial(full, length, ranges.get());
    }

    private static Response partial(Response full, long length, List<ByteRange> ranges) {
        ResponseContent whole = full.content();
        Response partial = full.withStatus(Status.PARTIAL_CONTENT);
        if (ranges.size() == 1) {
            ByteRange range = ranges.get(0);
            return partial.withContent(
                            whole.region(range.first(), range.length()).orElseThrow())
                    .withHeader(FieldNames.CONTENT_RANGE, range.contentRange(length));
        }
        String boundary = UUID.randomUUID().toString();
        Optional<String> type = full.header(FieldNames.CONTENT_TYPE);
        return partial.withContent(new MultipartRanges(whole, length, ranges, boundary, type))
                .withHeader(FieldNames.CONTENT_TYPE, "multipart/byteranges; boundary=" + boundary);
    }
}
