package dev.weir.internal.wire;

import dev.weir.config.Limits;
import dev.weir.http.Headers;
import dev.weir.http.HttpVersion;
import dev.weir.http.Method;
import dev.weir.http.RequestTarget;
import dev.weir.internal.wire.FeedModes.Reader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A request head in a form that can be compared and sent again. */
record SeenHead(
        Method method, RequestTarget target, HttpVersion version, List<Headers.Field> fields, MessageFraming framing) {

    static SeenHead of(RequestHead head) {
        List<Headers.Field> fields = new ArrayList<>();
        head.headers().forEach(fields::add);
        return new SeenHead(head.method(), head.target(), head.version(), fields, head.framing());
    }

    /** Reads one head. */
    static Reader<SeenHead> reader(Limits limits) {
        RequestHeadParser parser = new RequestHeadParser(limits);
        return new Reader<>() {
            @Override
            public boolean read(ByteBuffer in) throws ProtocolException {
                return parser.parse(in);
            }

            @Override
            public SeenHead result() {
                return of(parser.head());
            }
        };
    }

    /** The octets that say the same in the plainest form. */
    String octets() {
        StringBuilder head = new StringBuilder(method + " " + target + " " + version.text() + "\r\n");
        fields.forEach(field -> head.append(field.name() + ": " + field.value() + "\r\n"));
        return head.append("\r\n").toString();
    }
}
