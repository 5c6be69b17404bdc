package dev.weir.representation;

import dev.weir.http.ContentOutput;
import dev.weir.http.FieldNames;
import dev.weir.http.ResponseContent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Several parts of a representation, each with its place (multipart/byteranges, RFC 9110 section 14.6).
 *
 * <pre>
 *   --boundary
 *   Content-Type: text/plain
 *   Content-Range: bytes 0-499/8000
 *
 *   (500 octets)
 *   --boundary--
 * </pre>
 */
final class MultipartRanges implements ResponseContent {

    /** Head and octets of a part. */
    private record Part(byte[] head, ResponseContent content) {}

    private final ResponseContent whole;
    private final List<Part> parts = new ArrayList<>();
    private final byte[] end;
    private final long length;

    /**
     * Those ranges of that content.
     *
     * @param boundary stands nowhere in the content
     * @param contentType of the whole, if it has one
     */
    MultipartRanges(
            ResponseContent whole,
            long completeLength,
            List<ByteRange> ranges,
            String boundary,
            Optional<String> contentType) {
        this.whole = whole;
        long sum = 0;
        for (ByteRange range : ranges) {
            String head = (parts.isEmpty() ? "--" : "\r\n--") + boundary + "\r\n"
                    + contentType
                            .map(type -> FieldNames.CONTENT_TYPE + ": " + type + "\r\n")
                            .orElse("")
                    + FieldNames.CONTENT_RANGE + ": " + range.contentRange(completeLength) + "\r\n\r\n";
            Part part = new Part(
                    octets(head), whole.region(range.first(), range.length()).orElseThrow());
            parts.add(part);
            sum += part.head.length + range.length();
        }
        end = octets("\r\n--" + boundary + "--\r\n");
        length = sum + end.length;
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.of(length);
    }

    @Override
    public void writeTo(ContentOutput output) throws IOException {
        for (Part part : parts) {
            output.write(part.head);
            part.content.writeTo(output);
        }
        output.write(end);
    }

    @Override
    public void close() throws IOException {
        whole.close();
    }
}
