package dev.weir.annotations.internal.result;

import dev.weir.http.Response;
import dev.weir.sse.EventStream;
import dev.weir.sse.ServerEvent;
import java.io.IOException;
import java.util.Iterator;
import java.util.function.Function;

/**
 * Values that come one by one as server-sent events. The head goes out before the first, for that may take its time and
 * the client is to know that the connection stands.
 *
 * @param head status and Content-Type
 * @param event makes an event of a value
 */
public record EventsResult(Response head, Function<Object, ServerEvent> event) implements Result {

    @Override
    public Response response(Object value) {
        return head.withContent(EventStream.of(new Events(Elements.of(value), event)));
    }

    private record Events(Elements elements, Function<Object, ServerEvent> event)
            implements Iterator<ServerEvent>, AutoCloseable {

        @Override
        public boolean hasNext() {
            return elements.all().hasNext();
        }

        @Override
        public ServerEvent next() {
            return event.apply(elements.all().next());
        }

        @Override
        public void close() throws IOException {
            elements.close();
        }
    }
}
