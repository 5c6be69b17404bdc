package dev.weir.annotations.internal.result;

import dev.weir.http.ContentOutput;
import dev.weir.http.Response;
import dev.weir.http.ResponseContent;
import dev.weir.json.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * Values that come one by one, each written when it is there. The first is made before the response is, so that what
 * fails early is answered properly.
 *
 * @param head status and Content-Type
 * @param writer for one of them
 * @param form what stands around them
 */
public record ElementsResult(Response head, JsonWriter writer, Form form) implements Result {

    /** What stands around the values. */
    public enum Form {
        /** A JSON array; sent as buffers fill. */
        ARRAY("[", ",", "", "]"),

        /** A line for each; sent at once. */
        LINES("", "", "\n", "");

        private final byte[] begin;
        private final byte[] between;
        private final byte[] behind;
        private final byte[] end;

        Form(String begin, String between, String behind, String end) {
            this.begin = octets(begin);
            this.between = octets(between);
            this.behind = octets(behind);
            this.end = octets(end);
        }

        private static byte[] octets(String text) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }
    }

    @Override
    public Response response(Object value) {
        Elements elements = Elements.of(value);
        try {
            byte[] first =
                    elements.all().hasNext() ? writer.write(elements.all().next()) : null;
            return head.withContent(new Content(elements, first, writer, form));
        } catch (RuntimeException | Error e) {
            elements.closeAfter(e);
            throw e;
        }
    }

    /** The values as content; {@code first} is null if there are none. */
    private record Content(Elements elements, byte[] first, JsonWriter writer, Form form) implements ResponseContent {

        @Override
        public OptionalLong length() {
            return OptionalLong.empty();
        }

        @Override
        public void writeTo(ContentOutput output) throws IOException {
            output.write(form.begin);
            if (first != null) {
                write(first, output);
                while (elements.all().hasNext()) {
                    byte[] next = writer.write(elements.all().next());
                    output.write(form.between);
                    write(next, output);
                }
            }
            output.write(form.end);
        }

        private void write(byte[] element, ContentOutput output) throws IOException {
            output.write(element);
            output.write(form.behind);
            if (form == Form.LINES) {
                output.flush();
            }
        }

        @Override
        public void close() throws IOException {
            elements.close();
        }
    }
}
