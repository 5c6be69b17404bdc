package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.bind.JsonContent;
import dev.weir.annotations.internal.faults.Fault;
import dev.weir.annotations.internal.faults.Place;
import dev.weir.annotations.internal.reflect.Declared;
import dev.weir.annotations.internal.reflect.GenericTypes;
import dev.weir.annotations.internal.result.EventsResult;
import dev.weir.annotations.internal.result.FileResult;
import dev.weir.annotations.internal.result.JsonResult;
import dev.weir.annotations.internal.result.OctetsResult;
import dev.weir.annotations.internal.result.Representation;
import dev.weir.annotations.internal.result.Result;
import dev.weir.annotations.internal.result.StreamedResult;
import dev.weir.annotations.internal.result.TextResult;
import dev.weir.http.FieldNames;
import dev.weir.http.Headers;
import dev.weir.http.MediaType;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.json.JsonWriter;
import dev.weir.sse.ServerEvent;
import java.io.File;
import java.io.InputStream;
import java.io.Reader;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.stream.BaseStream;

/**
 * Makes the forms of a result that is a value, never null and wrapped in nothing.
 *
 * @param tools the codec, and where faults go
 * @param place of the method
 * @param heads what the method says of status
 * @param produced what it says of media types
 * @param headers field lines of all responses
 */
record ValueResults(Toolbox tools, Place place, ResponseHeads heads, ProducedTypes produced, Headers headers) {

    /** Types that JSON would write as something nobody wants. */
    private static final List<Class<?>> UNSUPPORTED = List.of(
            CompletionStage.class,
            Future.class,
            Flow.Publisher.class,
            BaseStream.class,
            Iterator.class,
            Reader.class,
            File.class,
            Class.class,
            Throwable.class);

    private static final ProducedTypes.Kind TEXT =
            new ProducedTypes.Kind("text", List.of(MediaType.TEXT_PLAIN_UTF_8), type -> true, "");

    private static final ProducedTypes.Kind OCTETS =
            new ProducedTypes.Kind("octets", List.of(MediaType.APPLICATION_OCTET_STREAM), type -> true, "");

    /** Its name tells the media type. */
    private static final ProducedTypes.Kind FILE = new ProducedTypes.Kind("file", List.of(), type -> true, "");

    private static final ProducedTypes.Kind JSON = new ProducedTypes.Kind(
            "JSON",
            List.of(MediaType.APPLICATION_JSON),
            JsonContent::isJson,
            "Return String or byte[] for that media type, or name application/json or one that ends in +json.");

    /** Makes the result of a head that has the media type; none if there is a fault. */
    @FunctionalInterface
    private interface Maker {
        Optional<Result> make(Response head, MediaType type);
    }

    /** The forms, unless there is a fault. */
    Optional<List<Representation>> of(Type type) {
        Optional<Type> elements = ElementResults.elements(type);
        if (elements.isPresent()) {
            return elements(elements.get(), type);
        }
        Class<?> erased = GenericTypes.erased(type);
        if (isUnclear(type) || isUnsupported(type)) {
            return unsupported(type);
        }
        Optional<Status> status = status(erased);
        if (status.isEmpty()) {
            return Optional.empty();
        }
        if (erased == String.class) {
            return forms(
                    TEXT,
                    status.get(),
                    (head, media) ->
                            Optional.of(new TextResult(head, media.charset().orElse(StandardCharsets.UTF_8))));
        }
        if (erased == byte[].class) {
            return forms(OCTETS, status.get(), (head, media) -> Optional.of(new OctetsResult(head)));
        }
        if (InputStream.class.isAssignableFrom(erased)) {
            return forms(OCTETS, status.get(), (head, media) -> Optional.of(new StreamedResult(head)));
        }
        if (Path.class.isAssignableFrom(erased)) {
            return forms(FILE, status.get(), (head, media) -> Optional.of(new FileResult(head)));
        }
        return forms(
                JSON,
                status.get(),
                (head, media) ->
                        erased.isSealed() ? new SealedResults(heads, head, this::json).of(erased) : json(type, head));
    }

    private Optional<List<Representation>> elements(Type each, Type whole) {
        Optional<Status> status = status(GenericTypes.erased(whole));
        if (isUnclear(each) || isUnsupported(each)) {
            return unsupported(whole);
        }
        if (status.isEmpty()) {
            return Optional.empty();
        }
        if (GenericTypes.erased(each) == ServerEvent.class) {
            return forms(
                    ElementResults.EVENTS, status.get(), (head, media) -> Optional.of(ElementResults.ofEvents(head)));
        }
        Optional<JsonWriter> writer = writer(each);
        boolean isLive = produced.declared().filter(types -> types.length == 1).isPresent();
        EventsResult.Start start = isLive ? EventsResult.Start.AT_ONCE : EventsResult.Start.WITH_FIRST;
        return writer.isEmpty()
                ? Optional.empty()
                : forms(
                        ElementResults.ANY,
                        status.get(),
                        (head, media) -> Optional.of(ElementResults.of(media, head, writer.get(), start)));
    }

    private static boolean isUnsupported(Type type) {
        Class<?> erased = GenericTypes.erased(type);
        return UNSUPPORTED.stream().anyMatch(bad -> bad.isAssignableFrom(erased));
    }

    private static boolean isUnclear(Type type) {
        return GenericTypes.erased(type) == Object.class || type instanceof WildcardType || GenericTypes.isOpen(type);
    }

    private Optional<Status> status(Class<?> type) {
        Optional<Status> status = heads.status(Declared.of(type), Status.OK).flatMap(heads::status);
        if (status.isPresent() && !status.get().allowsContent()) {
            fault(
                    "@Status(" + status.get().code() + ") on a method with a result",
                    "A response of that status carries no content. Make the method void, or change the status.");
            return Optional.empty();
        }
        return status;
    }

    private Optional<List<Representation>> forms(ProducedTypes.Kind kind, Status status, Maker maker) {
        Optional<List<ProducedTypes.Written>> types = produced.of(kind);
        if (types.isEmpty()) {
            return Optional.empty();
        }
        Response bare = ResponseHeads.head(status, headers);
        if (types.get().isEmpty()) {
            return maker.make(bare, MediaType.ALL).map(result -> List.of(new Representation(Optional.empty(), result)));
        }
        List<Representation> forms = new ArrayList<>();
        for (ProducedTypes.Written media : types.get()) {
            Response head = ResponseHeads.head(status, headers).withHeader(FieldNames.CONTENT_TYPE, media.text());
            if (types.get().size() > 1) {
                head = head.plusHeader(FieldNames.VARY, FieldNames.ACCEPT);
            }
            Optional<Result> result = maker.make(head, media.type());
            if (result.isEmpty()) {
                return Optional.empty();
            }
            forms.add(new Representation(Optional.of(media.type()), result.get()));
        }
        return Optional.of(forms);
    }

    private Optional<Result> json(Type type, Response head) {
        return writer(type).map(writer -> new JsonResult(head, writer));
    }

    private Optional<JsonWriter> writer(Type type) {
        try {
            return Optional.of(tools.json().writer(type));
        } catch (IllegalArgumentException e) {
            fault(
                    "Result that can't be written as JSON: " + GenericTypes.text(type),
                    "The JSON library says: " + e.getMessage() + ".");
            return Optional.empty();
        }
    }

    /** A fault, for a type of which nothing can be made. */
    Optional<List<Representation>> unsupported(Type type) {
        fault(
                "Unsupported result " + GenericTypes.text(type),
                "Declare a record, a class of your own, a Map, a Collection, String, byte[], InputStream, Path,"
                        + " Stream, Iterator or void, an Optional or a CompletionStage of one of them, or return a Response.");
        return Optional.empty();
    }

    private void fault(String title, String mend) {
        tools.faults().add(Fault.at(place, title, mend));
    }
}
