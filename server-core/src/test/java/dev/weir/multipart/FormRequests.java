package dev.weir.multipart;

import dev.weir.http.ContentSource;
import dev.weir.http.Headers;
import dev.weir.http.HttpException;
import dev.weir.http.Method;
import dev.weir.http.Request;
import dev.weir.http.RequestContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.IntUnaryOperator;

/** Requests with multipart content that arrives in pieces, and what a reader makes of them. */
final class FormRequests {

    /** Ways in which the same octets may arrive: how many at a time at most, of so many that are asked for. */
    private static final List<IntUnaryOperator> SPLITS =
            List.of(asked -> asked, asked -> 1, asked -> 2, asked -> 7, random(1, 30), random(2, 300));

    private FormRequests() {}

    private static IntUnaryOperator random(int seed, int most) {
        Random random = new Random(seed);
        return asked -> Math.min(asked, 1 + random.nextInt(most));
    }

    /** A request with that content, whose octets are the text's characters. */
    static Request of(String boundary, String content) {
        return of(boundary, content.getBytes(StandardCharsets.ISO_8859_1), asked -> asked);
    }

    static Request of(String boundary, byte[] content, IntUnaryOperator split) {
        return Request.of(Method.POST, "/")
                .withHeader("Content-Type", "multipart/form-data; boundary=\"" + boundary + '"')
                .withContent(RequestContent.of(new Pieces(content, split), Long.MAX_VALUE));
    }

    /**
     * What a reader makes of content with the boundary {@code b}, in whatever pieces it arrives: its parts, then how it
     * ends.
     */
    static List<String> read(String content) throws IOException {
        return read("b", content.getBytes(StandardCharsets.ISO_8859_1), MultipartLimits.defaults());
    }

    static List<String> read(String boundary, byte[] content, MultipartLimits limits) throws IOException {
        List<String> first = null;
        for (int i = 0; i < SPLITS.size(); i++) {
            List<String> parts = readOnce(of(boundary, content, SPLITS.get(i)), limits);
            if (first != null && !first.equals(parts)) {
                throw new AssertionError("split " + i + ": " + parts + " (expected: " + first + ")");
            }
            first = parts;
        }
        return first;
    }

    private static List<String> readOnce(Request request, MultipartLimits limits) throws IOException {
        List<String> parts = new ArrayList<>();
        try {
            MultipartReader reader = MultipartReader.of(request, limits);
            for (Optional<ReceivedPart> part = reader.next(); part.isPresent(); part = reader.next()) {
                StringBuilder text = new StringBuilder(part.get().name());
                if (part.get().isFile()) {
                    text.append('(').append(part.get().filename().orElse("")).append(')');
                }
                if (part.get().headers().contains("Content-Type")) {
                    text.append('[').append(part.get().mediaType()).append(']');
                }
                byte[] octets = part.get().stream().readAllBytes();
                parts.add(text.append('=')
                        .append(new String(octets, StandardCharsets.ISO_8859_1))
                        .toString());
            }
        } catch (HttpException e) {
            parts.add(e.getMessage());
        }
        return parts;
    }

    private record Pieces(InputStream stream) implements ContentSource {

        Pieces(byte[] octets, IntUnaryOperator split) {
            this(new ByteArrayInputStream(octets) {
                @Override
                public synchronized int read(byte[] into, int offset, int length) {
                    return super.read(into, offset, length == 0 ? 0 : split.applyAsInt(length));
                }

                @Override
                public synchronized int read() {
                    throw new AssertionError("octet by octet (expected: many at a time)");
                }
            });
        }

        @Override
        public OptionalLong length() {
            return OptionalLong.empty();
        }

        @Override
        public Headers trailers() {
            return Headers.empty();
        }
    }
}
