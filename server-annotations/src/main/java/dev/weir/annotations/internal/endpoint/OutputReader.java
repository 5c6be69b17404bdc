package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.description.OutputDescription;
import dev.weir.annotations.internal.description.OutputDescription.Kind;
import dev.weir.annotations.internal.reflect.GenericTypes;
import dev.weir.annotations.internal.result.ElementsResult;
import dev.weir.annotations.internal.result.EmptyResult;
import dev.weir.annotations.internal.result.EventsResult;
import dev.weir.annotations.internal.result.FileResult;
import dev.weir.annotations.internal.result.JsonResult;
import dev.weir.annotations.internal.result.KindsResult;
import dev.weir.annotations.internal.result.NullableResult;
import dev.weir.annotations.internal.result.OctetsResult;
import dev.weir.annotations.internal.result.OptionalResult;
import dev.weir.annotations.internal.result.Representation;
import dev.weir.annotations.internal.result.Representations;
import dev.weir.annotations.internal.result.RequiredResult;
import dev.weir.annotations.internal.result.ResponseResult;
import dev.weir.annotations.internal.result.Result;
import dev.weir.annotations.internal.result.StageResult;
import dev.weir.annotations.internal.result.StreamedResult;
import dev.weir.annotations.internal.result.TextResult;
import dev.weir.http.Headers;
import dev.weir.http.MediaType;
import dev.weir.http.Response;
import dev.weir.sse.ServerEvent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads off a method's results which responses they become; used once. */
final class OutputReader {

    private final List<OutputDescription> outputs = new ArrayList<>();
    private boolean mayBeAbsent;
    private boolean isAwaited;

    private OutputReader() {}

    /** What becomes of results of that type. */
    static OutputReader read(Type type, Representations results) {
        OutputReader reader = new OutputReader();
        for (Representation form : results.all()) {
            reader.read(type, form.type(), form.result());
        }
        return reader;
    }

    /** The responses, in the order of their media types. */
    List<OutputDescription> outputs() {
        return outputs;
    }

    /** Whether there may be nothing to send, which is a 404. */
    boolean mayBeAbsent() {
        return mayBeAbsent;
    }

    /** Whether the result comes later, so that anything may have been thrown meanwhile. */
    boolean isAwaited() {
        return isAwaited;
    }

    private void read(Type type, Optional<MediaType> media, Result result) {
        if (result instanceof StageResult stage) {
            isAwaited = true;
            read(GenericTypes.argument(type, 0), media, stage.present());
        } else if (result instanceof OptionalResult optional) {
            mayBeAbsent = true;
            read(TextArguments.insideOptional(type), media, optional.present());
        } else if (result instanceof NullableResult nullable) {
            mayBeAbsent = true;
            read(type, media, nullable.present());
        } else if (result instanceof RequiredResult required) {
            read(type, media, required.present());
        } else if (result instanceof KindsResult kinds && isOneJson(kinds)) {
            value(type, media, kinds.results().values().iterator().next());
        } else if (result instanceof KindsResult kinds) {
            kinds.results().entrySet().stream()
                    .sorted(Comparator.comparing(kind -> kind.getKey().getName()))
                    .forEach((Map.Entry<Class<?>, Result> kind) -> read(kind.getKey(), media, kind.getValue()));
        } else {
            value(type, media, result);
        }
    }

    /** Whether all kinds are JSON and of one status, so that their common type describes them best. */
    private static boolean isOneJson(KindsResult kinds) {
        return kinds.results().values().stream().allMatch(JsonResult.class::isInstance)
                && kinds.results().values().stream()
                                .map(kind -> ((JsonResult) kind).head().status())
                                .distinct()
                                .count()
                        == 1;
    }

    private void value(Type type, Optional<MediaType> media, Result result) {
        if (result instanceof JsonResult json) {
            add(json.head(), media, Kind.JSON, type);
        } else if (result instanceof ElementsResult elements) {
            boolean isArray = elements.form() == ElementsResult.Form.ARRAY;
            add(elements.head(), media, isArray ? Kind.JSON_ARRAY : Kind.JSON_LINES, elementsOf(type));
        } else if (result instanceof EventsResult events) {
            Type each = elementsOf(type);
            add(events.head(), media, each == ServerEvent.class ? Kind.EVENTS : Kind.JSON_EVENTS, each);
        } else if (result instanceof EmptyResult empty) {
            add(empty.response(), Optional.empty(), Kind.NONE, type);
        } else {
            raw(type, media, result);
        }
    }

    private void raw(Type type, Optional<MediaType> media, Result result) {
        if (result instanceof TextResult text) {
            add(text.head(), media, Kind.TEXT, type);
        } else if (result instanceof OctetsResult octets) {
            add(octets.head(), media, Kind.OCTETS, type);
        } else if (result instanceof StreamedResult stream) {
            add(stream.head(), media, Kind.OCTETS, type);
        } else if (result instanceof FileResult file) {
            mayBeAbsent = true;
            add(file.head(), media, Kind.OCTETS, type);
        } else {
            Headers headers = result instanceof ResponseResult response ? response.headers() : Headers.empty();
            outputs.add(new OutputDescription(Optional.empty(), headers, media, Kind.UNKNOWN, type));
        }
    }

    private void add(Response head, Optional<MediaType> media, Kind kind, Type type) {
        outputs.add(new OutputDescription(Optional.of(head.status()), head.headers(), media, kind, type));
    }

    private static Type elementsOf(Type type) {
        return ElementResults.elements(type).orElse(Object.class);
    }
}
