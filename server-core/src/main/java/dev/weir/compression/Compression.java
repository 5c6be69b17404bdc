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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * Compresses the content of responses in the coding that the client wants most (RFC 9110 sections 8.4 and 12.5.3); of
 * several that it wants the same, in the first of this filter's.
 *
 * <p>Content of a known length up to 256 KiB is compressed before the response goes out, so that it has a
 * Content-Length; anything else is compressed on its way, and {@code flush()} still sends at once what was written.
 * A response that could have been compressed says {@code Vary: Accept-Encoding} even if it was not.
 *
 * <p>Left alone are responses that are short, that are partial or have a content coding, whose media type says that
 * they would not get shorter ({@link MediaType#isCompressible}), whose octets are vouched for by a digest, problem
 * documents, and those with {@code Cache-Control: no-transform}. A client that excludes {@code identity} gets short
 * responses and those of other media types compressed, too. One that accepts no coding of this filter's either gets its
 * response as it is, as RFC 9110 section 12.4.1 allows: the handler has done its work by then, and a 406 would deny it.
 *
 * <p>An entity tag becomes a weak one, and Accept-Ranges is taken away, since ranges are counted in octets that are not
 * sent. In If-Match and If-None-Match the handlers behind find the strong form of a weak tag beside it, so that their
 * preconditions hold for clients that were sent compressed content.
 */
public final class Compression implements Filter {

    private static final long LONGEST_IN_MEMORY = 256 << 10;
    private static final long DEFAULT_MINIMUM_SIZE = 1024;

    private final List<ContentCoding> codings;
    private final long minimumSize;
    private final Predicate<MediaType> mediaTypes;

    private Compression(List<ContentCoding> codings, long minimumSize, Predicate<MediaType> mediaTypes) {
        this.codings = codings;
        this.minimumSize = minimumSize;
        this.mediaTypes = mediaTypes;
    }

    /** gzip, and deflate for those who want that more, for content of 1024 octets or more, at level 6. */
    public static Compression defaults() {
        return of(ContentCoding.gzip(), ContentCoding.deflate());
    }

    /** The gzip coding alone, for content of 1024 octets or more, at level 6. */
    public static Compression gzip() {
        return of(ContentCoding.gzip());
    }

    /**
     * Those codings, for content of 1024 octets or more.
     *
     * @param codings the most preferred first, each once
     */
    public static Compression of(ContentCoding... codings) {
        return new Compression(CodingNames.checked(codings), DEFAULT_MINIMUM_SIZE, MediaType::isCompressible);
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
        return new Compression(codings, octets, mediaTypes);
    }

    /**
     * This compression for other media types.
     *
     * @param areCompressed whether content of a type is compressed; asked from many threads
     */
    public Compression withMediaTypes(Predicate<MediaType> areCompressed) {
        return new Compression(codings, minimumSize, Objects.requireNonNull(areCompressed, "media types"));
    }

    @Override
    public Response filter(Request request, Handler next) throws Exception {
        Response response = next.handle(EntityTags.strengthened(request));
        if (!mayBeCoded(response) || !isWorthwhile(response) && !AcceptedCodings.excludeIdentity(request.headers())) {
            return response;
        }
        Headers headers = response.varyingOn(FieldNames.ACCEPT_ENCODING).headers();
        Optional<ContentCoding> coding = AcceptedCodings.of(request.headers()).choose(codings);
        if (coding.isEmpty()) {
            return response.withHeaders(headers);
        }
        if (response.status().equals(Status.NOT_MODIFIED)) {
            // Its field lines are those of the 200 that the client has, except the ones about content.
            return response.withHeaders(
                    EntityTags.isHeldStrong(request, headers) ? headers : EntityTags.weakened(headers));
        }
        return response.withHeaders(EntityTags.weakened(headers)
                        .with(FieldNames.CONTENT_ENCODING, coding.get().name())
                        .without("Accept-Ranges"))
                .withContent(coded(response.content(), coding.get()));
    }

    private static boolean mayBeCoded(Response response) {
        Headers headers = response.headers();
        return hasCodableContent(response)
                && response.problem().isEmpty() // the server may render it in another form yet
                && !headers.contains(FieldNames.CONTENT_ENCODING)
                && !headers.contains(FieldNames.CONTENT_RANGE)
                && !headers.contains("Content-Digest")
                && !headers.contains("Repr-Digest")
                && !headers.containsToken(FieldNames.CACHE_CONTROL, "no-transform");
    }

    private static boolean hasCodableContent(Response response) {
        Status status = response.status();
        return status.equals(Status.NOT_MODIFIED)
                || status.allowsContent()
                        && !status.equals(Status.PARTIAL_CONTENT)
                        && response.content().length().orElse(1) > 0;
    }

    private boolean isWorthwhile(Response response) {
        boolean isOfType = response.contentType().map(mediaTypes::test).orElse(false);
        if (response.status().equals(Status.NOT_MODIFIED)) {
            return isOfType || !response.headers().contains(FieldNames.CONTENT_TYPE);
        }
        OptionalLong length = response.content().length();
        return isOfType && (length.isEmpty() || length.getAsLong() >= minimumSize);
    }

    private static ResponseContent coded(ResponseContent content, ContentCoding coding) throws IOException {
        OptionalLong length = content.length();
        return length.isPresent() && length.getAsLong() <= LONGEST_IN_MEMORY
                ? ResponseContent.of(CodedContent.inMemory(content, coding))
                : new CodedContent(content, coding);
    }
}
