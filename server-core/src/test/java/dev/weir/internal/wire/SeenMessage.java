package dev.weir.internal.wire;

import dev.weir.config.Limits;
import dev.weir.http.Headers;
import dev.weir.internal.wire.FeedModes.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A whole request in a form that can be compared and sent again. */
record SeenMessage(SeenHead head, String content, List<Headers.Field> trailers) {

    /** Reads so many requests from one connection, with one parser of heads for all of them. */
    static Reader<List<SeenMessage>> reader(Limits limits, int count) {
        return new Several(limits, count);
    }

    /** The octets that say the same in the plainest form, content in chunks of that size if it came in chunks. */
    String octets(int size) {
        boolean isChunked = head.framing().kind() == MessageFraming.Kind.CHUNKED;
        return head.octets() + (isChunked ? new SeenContent(content, trailers).octets(size) : content);
    }

    private static final class Several implements Reader<List<SeenMessage>> {

        private final Limits limits;
        private final int count;
        private final RequestHeadParser parser;
        private final List<SeenMessage> seen = new ArrayList<>();

        /** The content that is being read; null while a head is. */
        private Reader<SeenContent> content;

        Several(Limits limits, int count) {
            this.limits = limits;
            this.count = count;
            this.parser = new RequestHeadParser(limits);
        }

        @Override
        public boolean read(ByteBuffer in) throws ProtocolException {
            while (seen.size() < count) {
                if (content == null) {
                    if (!parser.parse(in)) {
                        return false;
                    }
                    content = content(parser.head().framing());
                }
                if (!content.read(in)) {
                    return false;
                }
                SeenContent complete = content.result();
                seen.add(new SeenMessage(SeenHead.of(parser.head()), complete.content(), complete.trailers()));
                content = null;
            }
            return true;
        }

        private Reader<SeenContent> content(MessageFraming framing) {
            return framing.kind() == MessageFraming.Kind.CHUNKED
                    ? SeenContent.reader(limits, Integer.MAX_VALUE)
                    : new Counted(framing.length());
        }

        @Override
        public List<SeenMessage> result() {
            return List.copyOf(seen);
        }
    }

    /** Content of a known length. */
    private static final class Counted implements Reader<SeenContent> {

        private final StringBuilder content = new StringBuilder();
        private long remaining;

        Counted(long length) {
            remaining = length;
        }

        @Override
        public boolean read(ByteBuffer in) {
            byte[] data = new byte[(int) Math.min(remaining, in.remaining())];
            in.get(data);
            content.append(new String(data, StandardCharsets.ISO_8859_1));
            remaining -= data.length;
            return remaining == 0;
        }

        @Override
        public SeenContent result() {
            return new SeenContent(content.toString(), List.of());
        }
    }
}
