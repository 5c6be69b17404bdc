package dev.weir.compression;

import dev.weir.http.FieldNames;
import dev.weir.http.HttpException;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.routing.Filter;
import dev.weir.routing.Handler;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Gives the handlers behind it the content of requests as it was before the client coded it (RFC 9110 section 8.4).
 *
 * <p>They find neither Content-Encoding nor Content-Length, and the limit of the content counts what they read. What is
 * not read is not decoded, and a client that waits for 100 (Continue) waits until it is.
 *
 * <p>A coding that is not known here is answered with 415 and an Accept-Encoding that tells those that are (RFC 9110
 * sections 12.5.3 and 15.5.16), and so are too many codings in a row. Content that is corrupt, ends early, or has
 * anything behind its end is answered with 400 when the handler gets there; content that grows beyond measure, with 413.
 *
 * <p>A digest field of the request is of the coded content; a filter that compares it belongs in front of this one.
 */
public final class Decompression implements Filter {

    private static final int DEFAULT_MOST_CODINGS = 3;
    private static final int DEFAULT_GROWTH = 100;
    private static final long DEFAULT_FREE_GROWTH = 1 << 20;

    private final List<ContentCoding> codings;
    private final int mostCodings;
    private final GrowthLimit growth;

    private Decompression(List<ContentCoding> codings, int mostCodings, GrowthLimit growth) {
        this.codings = codings;
        this.mostCodings = mostCodings;
        this.growth = growth;
    }

    /** gzip and deflate, no more than three codings in a row, growing no more than 100-fold beyond 1 MiB. */
    public static Decompression defaults() {
        return of(ContentCoding.gzip(), ContentCoding.deflate());
    }

    /** Those codings, no more than three in a row, growing no more than 100-fold beyond 1 MiB. */
    public static Decompression of(ContentCoding... codings) {
        return new Decompression(
                CodingNames.checked(codings),
                DEFAULT_MOST_CODINGS,
                new GrowthLimit(DEFAULT_GROWTH, DEFAULT_FREE_GROWTH));
    }

    /**
     * The same with another limit of codings that one content may have in a row.
     *
     * @param most 1 or more
     */
    public Decompression withMostCodings(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("codings in a row: " + most + " (expected: 1 or more)");
        }
        return new Decompression(codings, most, growth);
    }

    /**
     * The same with another bound of how much content may grow when it is decoded, by each of its codings.
     *
     * @param times most octets for each octet that came; deflate can reach 1032
     * @param free octets that may come out whatever came in
     */
    public Decompression withGrowthLimit(int times, long free) {
        return new Decompression(codings, mostCodings, new GrowthLimit(times, free));
    }

    @Override
    public Response filter(Request request, Handler next) throws Exception {
        if (!request.headers().contains(FieldNames.CONTENT_ENCODING)) {
            return next.handle(request);
        }
        Deque<ContentCoding> applied = applied(request.headers().all(FieldNames.CONTENT_ENCODING));
        Request plain = request.withHeaders(request.headers().without(FieldNames.CONTENT_ENCODING));
        if (applied.isEmpty() || request.content().isEmpty()) {
            return next.handle(plain);
        }
        DecodedSource source = new DecodedSource(request.content(), applied, growth);
        Request decoded = plain.withHeaders(plain.headers().without(FieldNames.CONTENT_LENGTH))
                .withContent(source.content());
        boolean isKept = false;
        try {
            Response response = next.handle(decoded);
            // The content of the response may be made of the request's, and is written when this method has returned.
            isKept = response.problem().isEmpty() && !source.isRead();
            return isKept ? response.withContent(response.content().closing(source)) : response;
        } finally {
            if (!isKept) {
                source.close();
            }
        }
    }

    /** The codings that a content has, the last applied first, for that is undone first. */
    private Deque<ContentCoding> applied(List<String> fieldValues) {
        Map<String, ContentCoding> known = new HashMap<>();
        codings.forEach(coding -> known.put(coding.name(), coding));
        Deque<ContentCoding> applied = new ArrayDeque<>();
        for (String member : String.join(",", fieldValues).split(",")) {
            String name = CodingNames.canonical(member.strip());
            if (name.isEmpty() || name.equals(CodingNames.IDENTITY)) {
                continue;
            }
            ContentCoding coding = known.get(name);
            if (coding == null) {
                throw unsupported("The content has a coding that is not understood here.");
            }
            if (applied.size() == mostCodings) {
                throw unsupported("The content has more than " + mostCodings + " codings.");
            }
            applied.addFirst(coding);
        }
        return applied;
    }

    private HttpException unsupported(String detail) {
        return new HttpException(Status.UNSUPPORTED_MEDIA_TYPE, detail)
                .withHeader(
                        FieldNames.ACCEPT_ENCODING,
                        codings.stream().map(ContentCoding::name).collect(Collectors.joining(", ")));
    }
}
