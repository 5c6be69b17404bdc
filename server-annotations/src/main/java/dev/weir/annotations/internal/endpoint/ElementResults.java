package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.bind.JsonContent;
import dev.weir.annotations.internal.reflect.GenericTypes;
import dev.weir.annotations.internal.result.ElementsResult;
import dev.weir.annotations.internal.result.EventsResult;
import dev.weir.annotations.internal.result.Result;
import dev.weir.http.Headers;
import dev.weir.http.MediaType;
import dev.weir.http.Response;
import dev.weir.json.JsonWriter;
import dev.weir.sse.EventStream;
import dev.weir.sse.ServerEvent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Knows results that come element by element: as a JSON array, as lines of JSON, or as server-sent events. */
final class ElementResults {

    private static final Set<String> LINES =
            Set.of("application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines");

    /** Elements of any type. */
    static final ProducedTypes.Kind ANY = new ProducedTypes.Kind(
            "JSON, lines of it or events",
            List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_NDJSON, MediaType.TEXT_EVENT_STREAM),
            type -> JsonContent.isJson(type) || isLines(type) || isEvents(type),
            "Name application/json or one that ends in +json, application/x-ndjson or text/event-stream.");

    /** Elements that are events. */
    static final ProducedTypes.Kind EVENTS = new ProducedTypes.Kind(
            "events",
            List.of(MediaType.TEXT_EVENT_STREAM),
            ElementResults::isEvents,
            "Name text/event-stream, or return a Stream of another type.");

    private ElementResults() {}

    /** The type of the elements; empty if results of that type don't come element by element. */
    static Optional<Type> elements(Type type) {
        Class<?> erased = GenericTypes.erased(type);
        if (erased == Stream.class || erased == Iterator.class) {
            return Optional.of(GenericTypes.argument(type, 0));
        }
        return Iterator.class.isAssignableFrom(erased) && type instanceof Class<?>
                ? Optional.of(new GenericTypes(erased).resolve(Iterator.class.getTypeParameters()[0]))
                : Optional.empty();
    }

    /**
     * Elements in one form.
     *
     * @param start when events begin to be sent
     */
    static Result of(MediaType media, Response head, JsonWriter writer, EventsResult.Start start) {
        if (isEvents(media)) {
            return new EventsResult(
                    live(head),
                    value -> ServerEvent.of(new String(writer.write(value), StandardCharsets.UTF_8)),
                    start);
        }
        return new ElementsResult(head, writer, isLines(media) ? ElementsResult.Form.LINES : ElementsResult.Form.ARRAY);
    }

    static Result ofEvents(Response head) {
        return new EventsResult(
                live(head), event -> (ServerEvent) Objects.requireNonNull(event, "event"), EventsResult.Start.AT_ONCE);
    }

    /** What an {@link EventStream} has besides its media type, unless the method says otherwise. */
    private static Response live(Response head) {
        Response live = EventStream.of(Stream.of()).toResponse();
        Response all = head;
        for (Headers.Field field : live.headers()) {
            all = all.headers().contains(field.name()) ? all : all.withHeader(field.name(), field.value());
        }
        return all;
    }

    private static boolean isLines(MediaType type) {
        return LINES.contains(type.essence());
    }

    private static boolean isEvents(MediaType type) {
        return type.essence().equals(MediaType.TEXT_EVENT_STREAM.essence());
    }
}
