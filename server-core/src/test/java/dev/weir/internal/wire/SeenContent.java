package dev.weir.internal.wire;

import dev.weir.config.Limits;
import dev.weir.http.Headers;
import dev.weir.internal.wire.FeedModes.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Content that came in chunks, in a form that can be compared and sent again. */
record SeenContent(String content, List<Headers.Field> trailers) {

    /**
     * Reads the content of one message.
     *
     * @param most octets of data that its user takes at a time
     */
    static Reader<SeenContent> reader(Limits limits, int most) {
        return reader(new ChunkedDecoder(limits), most);
    }

    /** Reads content with that decoder. */
    static Reader<SeenContent> reader(ChunkedDecoder decoder, int most) {
        StringBuilder content = new StringBuilder();
        return new Reader<>() {
            @Override
            public boolean read(ByteBuffer in) throws ProtocolException {
                int ready = decoder.decode(in);
                while (ready > 0) {
                    if (ready > in.remaining() || ready > decoder.remainingInChunk()) {
                        throw new AssertionError(ready + " octets of data, but " + in.remaining() + " are there and "
                                + decoder.remainingInChunk() + " to come");
                    }
                    byte[] data = new byte[Math.min(most, ready)];
                    in.get(data);
                    decoder.taken(data.length);
                    content.append(new String(data, StandardCharsets.ISO_8859_1));
                    ready = decoder.decode(in);
                }
                return decoder.isComplete();
            }

            @Override
            public SeenContent result() {
                List<Headers.Field> trailers = new ArrayList<>();
                decoder.trailers().forEach(trailers::add);
                return new SeenContent(content.toString(), trailers);
            }
        };
    }

    /** The octets that say the same, in chunks of that size. */
    String octets(int size) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < content.length(); i += size) {
            String data = content.substring(i, Math.min(content.length(), i + size));
            body.append(Integer.toHexString(data.length()))
                    .append("\r\n")
                    .append(data)
                    .append("\r\n");
        }
        body.append("0\r\n");
        trailers.forEach(field -> body.append(field.name() + ":" + field.value() + "\r\n"));
        return body.append("\r\n").toString();
    }
}
