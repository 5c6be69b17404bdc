package dev.weir.multipart;

import dev.weir.http.ContentOutput;
import dev.weir.http.FieldNames;
import dev.weir.http.Headers;
import dev.weir.http.MediaType;
import dev.weir.http.Response;
import dev.weir.http.ResponseContent;
import dev.weir.http.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Several parts as the content of a response (RFC 2046 section 5.1), each of which writes itself in its turn. Its length is
 * known when the lengths of all parts are. Immutable; {@code with…} gives a changed copy.
 *
 * <pre>{@code
 * MultipartContent.of("mixed")
 *         .with(MediaType.APPLICATION_JSON, ResponseContent.of(summary))
 *         .with(MediaType.IMAGE_PNG, ResponseContent.of(chart))
 *         .toResponse();
 * }</pre>
 *
 * <p>The boundary is a random one that nobody can foresee, so that no content can pretend to be several.
 */
public final class MultipartContent implements ResponseContent {

    private final String subtype;
    private final String boundary;
    private final List<Piece> pieces;

    private MultipartContent(String subtype, String boundary, List<Piece> pieces) {
        this.subtype = subtype;
        this.boundary = boundary;
        this.pieces = pieces;
    }

    /**
     * A part.
     *
     * @param head its delimiter and header section as they are sent
     * @param content what follows
     */
    private record Piece(byte[] head, ResponseContent content) {}

    /** Makes boundaries; only where there is somebody to make one for, for it takes its time. */
    private static final class Boundaries {

        private static final SecureRandom RANDOM = new SecureRandom();

        static String next() {
            byte[] octets = new byte[18];
            RANDOM.nextBytes(octets);
            return "weir-" + Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
        }
    }

    /**
     * No parts yet.
     *
     * @param subtype {@code mixed}, {@code related} or another of the type multipart
     */
    public static MultipartContent of(String subtype) {
        MediaType.of("multipart", subtype); // which checks it
        return new MultipartContent(subtype, Boundaries.next(), List.of());
    }

    /** No fields yet, for a client that reads a form. */
    public static MultipartContent formData() {
        return of("form-data");
    }

    /**
     * The same parts with another boundary between them, which must not begin a line in any of them.
     *
     * @param other up to 70 characters, as RFC 2046 section 5.1.1 allows them
     */
    public MultipartContent withBoundary(String other) {
        if (!Delimiter.isBoundary(other)) {
            throw new IllegalArgumentException("boundary of " + other.length()
                    + " characters (expected: 1 to 70 of letters, digits and '()+_,-./:=?)");
        }
        if (!pieces.isEmpty()) {
            throw new IllegalStateException("boundary: set after a part (expected: before all parts)");
        }
        return new MultipartContent(subtype, other, pieces);
    }

    /** These parts and one of that media type. */
    public MultipartContent with(MediaType type, ResponseContent content) {
        return with(Headers.of(FieldNames.CONTENT_TYPE, type.toString()), content);
    }

    /** These parts and one with that header section. */
    public MultipartContent with(Headers headers, ResponseContent content) {
        StringBuilder head = new StringBuilder(pieces.isEmpty() ? "--" : "\r\n--")
                .append(boundary)
                .append("\r\n");
        for (Headers.Field field : Headers.empty().plusAll(headers)) { // which checks them, whoever made them
            head.append(field.name()).append(": ").append(field.value()).append("\r\n");
        }
        byte[] octets = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        List<Piece> more = new ArrayList<>(pieces);
        more.add(new Piece(octets, Objects.requireNonNull(content, "content")));
        return new MultipartContent(subtype, boundary, List.copyOf(more));
    }

    /** These parts and one that is a field of a form, in UTF-8. */
    public MultipartContent withField(String name, String text) {
        return with(
                Headers.of(PartHead.CONTENT_DISPOSITION, "form-data; name=" + quoted(name)),
                ResponseContent.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** These parts and one that is a file of a form. */
    public MultipartContent withFile(String name, String filename, MediaType type, ResponseContent content) {
        return with(
                Headers.of(
                        PartHead.CONTENT_DISPOSITION,
                        "form-data; name=" + quoted(name) + "; filename=" + quoted(filename),
                        FieldNames.CONTENT_TYPE,
                        type.toString()),
                content);
    }

    /** In quotes, as browsers do it: UTF-8 as it is, and %-sequences for a quote and line breaks (RFC 7578 section 2). */
    private static String quoted(String text) {
        String escaped = text.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
        byte[] octets = escaped.getBytes(StandardCharsets.UTF_8);
        return '"' + new String(octets, StandardCharsets.ISO_8859_1) + '"';
    }

    /** The media type, with the boundary. */
    public MediaType mediaType() {
        return MediaType.of("multipart", subtype).with("boundary", boundary);
    }

    /** 200 (OK) with these parts. */
    public Response toResponse() {
        return Response.of(Status.OK).withContent(mediaType(), this);
    }

    @Override
    public OptionalLong length() {
        long length = end().length;
        for (Piece piece : pieces) {
            OptionalLong content = piece.content().length();
            if (content.isEmpty()) {
                return content;
            }
            length += piece.head().length + content.getAsLong();
        }
        return OptionalLong.of(length);
    }

    @Override
    public void writeTo(ContentOutput output) throws IOException {
        for (Piece piece : pieces) {
            output.write(piece.head());
            piece.content().writeTo(output);
        }
        output.write(end());
    }

    private byte[] end() {
        String begin = pieces.isEmpty() ? "--" : "\r\n--";
        return (begin + boundary + "--\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Closes the content of every part, also when that of one fails to. */
    @Override
    public void close() throws IOException {
        Throwable failure = null;
        for (Piece piece : pieces) {
            failure = closed(piece.content(), failure);
        }
        if (failure instanceof IOException e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
    }

    /** Closes one more; what failed first, with what failed since. */
    private static Throwable closed(ResponseContent content, Throwable failure) {
        try {
            content.close();
        } catch (IOException | RuntimeException e) {
            if (failure == null) {
                return e;
            }
            failure.addSuppressed(e);
        }
        return failure;
    }
}
