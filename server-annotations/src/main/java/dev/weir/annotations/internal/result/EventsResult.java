package dev.weir.annotations.internal.result;

import dev.weir.http.Response;
import dev.weir.sse.EventStream;
import dev.weir.sse.ServerEvent;
import java.io.IOException;
import java.util.Iterator;
import java.util.function.Function;

/**
 * Values that come one by one as server-sent events.
 *
 * @param head status and Content-Type
 * @param event makes an event of a value
 * @param start when the head goes out
 */
public record EventsResult(Response head, Function<Object, ServerEvent> event, Start start) implements Result {

    /** When the head goes out. */
    public enum Start {
        /** Before the first event, which may take its time: the client is to know that the connection stands. */
        AT_ONCE,

        /** With the first event, so that what fails early is answered properly. */
        WITH_FIRST
    }

    @Override
    public Response response(Object value) {
        Events events = new Events(Elements.of(value), event);
        if (start == Start.WITH_FIRST) {
            events.makeFirst();
        }
        return head.withContent(EventStream.of(events));
    }

    private static final class Events implements Iterator<ServerEvent>, AutoCloseable {

        private final Elements elements;
        private final Function<Object, ServerEvent> event;

        /** Made and not handed out yet; else null. */
        private ServerEvent first;

        Events(Elements elements, Function<Object, ServerEvent> event) {
            this.elements = elements;
            this.event = event;
        }

        void makeFirst() {
            try {
                first = hasNext() ? next() : null;
            } catch (RuntimeException | Error e) {
                elements.closeAfter(e);
                throw e;
            }
        }

        @Override
        public boolean hasNext() {
            return first != null || elements.all().hasNext();
        }

        @Override
        public ServerEvent next() {
            ServerEvent next = first == null ? event.apply(elements.all().next()) : first;
            first = null;
            return next;
        }

        @Override
        public void close() throws IOException {
            elements.close();
        }
    }
}
