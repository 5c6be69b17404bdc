package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.Produces;
import dev.weir.annotations.internal.bind.JsonContent;
import dev.weir.annotations.internal.faults.Fault;
import dev.weir.annotations.internal.faults.Place;
import dev.weir.annotations.internal.reflect.Declared;
import dev.weir.annotations.internal.reflect.GenericTypes;
import dev.weir.annotations.internal.result.EmptyResult;
import dev.weir.annotations.internal.result.JsonResult;
import dev.weir.annotations.internal.result.NullableResult;
import dev.weir.annotations.internal.result.OctetsResult;
import dev.weir.annotations.internal.result.OptionalResult;
import dev.weir.annotations.internal.result.RequiredResult;
import dev.weir.annotations.internal.result.ResponseResult;
import dev.weir.annotations.internal.result.Result;
import dev.weir.annotations.internal.result.TextResult;
import dev.weir.http.FieldNames;
import dev.weir.http.MediaType;
import dev.weir.http.Response;
import dev.weir.http.Status;
import java.io.File;
import java.io.InputStream;
import java.io.Reader;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.stream.BaseStream;

/**
 * Chooses what becomes of a method's result, by its declared type.
 *
 * @param tools the codec, and where faults go
 * @param place of the method
 * @param annotations of the method
 */
record Results(Toolbox tools, Place place, Declared annotations) {

    /** Types that JSON would write as something nobody wants. */
    private static final List<Class<?>> UNSUPPORTED = List.of(
            CompletionStage.class,
            Future.class,
            Flow.Publisher.class,
            BaseStream.class,
            Iterator.class,
            InputStream.class,
            Reader.class,
            Path.class,
            File.class,
            Class.class,
            Throwable.class);

    /** The result, unless there is a fault. */
    Optional<Result> result(Type type) {
        Class<?> erased = GenericTypes.erased(type);
        if (erased == void.class || erased == Void.class) {
            return empty();
        }
        if (erased.isPrimitive() && annotations.isNullable()) {
            fault("Nullable primitive result", "A primitive can't be null. Use its wrapper type or an Optional.");
            return Optional.empty();
        }
        Optional<Result> present;
        if (erased == Optional.class) {
            Type inside = GenericTypes.argument(type, 0);
            Class<?> insideErased = GenericTypes.erased(inside);
            if (insideErased == Optional.class || insideErased == Void.class) {
                return unsupported(type);
            }
            present = value(inside).map(OptionalResult::new);
        } else {
            present = value(type);
        }
        return present.map(found ->
                annotations.isNullable() ? new NullableResult(found) : new RequiredResult(found, place.signature()));
    }

    private Optional<Result> empty() {
        if (produces().isPresent()) {
            fault("@Produces on a method without a result", "Return something, or drop the @Produces.");
            return Optional.empty();
        }
        return status(Status.NO_CONTENT).map(status -> new EmptyResult(Response.of(status)));
    }

    private Optional<Result> value(Type type) {
        Class<?> erased = GenericTypes.erased(type);
        if (erased == Response.class) {
            return response();
        }
        if (erased == Object.class
                || type instanceof WildcardType
                || GenericTypes.isOpen(type)
                || UNSUPPORTED.stream().anyMatch(bad -> bad.isAssignableFrom(erased))) {
            return unsupported(type);
        }
        Optional<Status> status = status(Status.OK);
        if (status.isPresent() && !status.get().allowsContent()) {
            fault(
                    "@Status(" + status.get().code() + ") on a method with a result",
                    "A response of that status carries no content. Make the method void, or change the status.");
            return Optional.empty();
        }
        Optional<String> mediaType = mediaType(erased);
        if (status.isEmpty() || mediaType.isEmpty()) {
            return Optional.empty();
        }
        Response head = Response.of(status.get()).withHeader(FieldNames.CONTENT_TYPE, mediaType.get());
        if (erased == String.class) {
            return Optional.of(new TextResult(
                    head,
                    MediaType.parse(mediaType.get()).flatMap(MediaType::charset).orElse(StandardCharsets.UTF_8)));
        }
        return erased == byte[].class ? Optional.of(new OctetsResult(head)) : json(type, head);
    }

    private Optional<Result> json(Type type, Response head) {
        try {
            return Optional.of(new JsonResult(head, tools.json().writer(type)));
        } catch (IllegalArgumentException e) {
            fault(
                    "Result that can't be written as JSON: " + GenericTypes.text(type),
                    "The JSON library says: " + e.getMessage() + ".");
            return Optional.empty();
        }
    }

    private Optional<Result> response() {
        if (annotations.find(dev.weir.annotations.Status.class).isPresent()) {
            fault(
                    "@Status on a method that returns a Response",
                    "The Response has a status of its own. Drop the @Status, or return the content alone.");
            return Optional.empty();
        }
        if (produces().isPresent()) {
            fault(
                    "@Produces on a method that returns a Response",
                    "The Response has a media type of its own. Drop the @Produces, or return the content alone.");
            return Optional.empty();
        }
        return Optional.of(new ResponseResult());
    }

    private Optional<Result> unsupported(Type type) {
        fault(
                "Unsupported result " + GenericTypes.text(type),
                "Declare a record, a class of your own, a Map, a Collection, String, byte[] or void, an Optional of"
                        + " one of them, or return a Response.");
        return Optional.empty();
    }

    private Optional<Status> status(Status otherwise) {
        Optional<Integer> code =
                annotations.find(dev.weir.annotations.Status.class).map(dev.weir.annotations.Status::value);
        if (code.isPresent() && (code.get() < 200 || code.get() > 599)) {
            fault("@Status(" + code.get() + ") is out of range", "A final status lies between 200 and 599.");
            return Optional.empty();
        }
        return Optional.of(code.map(Status::of).orElse(otherwise));
    }

    private Optional<String[]> produces() {
        return annotations.find(Produces.class).map(Produces::value);
    }

    private Optional<String> mediaType(Class<?> type) {
        Optional<String[]> written = produces();
        if (written.isEmpty()) {
            return Optional.of(defaultMediaType(type));
        }
        if (written.get().length != 1) {
            fault("@Produces with " + written.get().length + " media types", "Name exactly one.");
            return Optional.empty();
        }
        String text = written.get()[0];
        Optional<MediaType> parsed =
                MediaType.parse(text).filter(found -> !found.essence().contains("*"));
        if (parsed.isEmpty()) {
            fault(
                    "Malformed media type @Produces(\"" + text + "\")",
                    "Write type and subtype, as in \"text/html; charset=utf-8\".");
            return Optional.empty();
        }
        if (parsed.get().parameter("charset").isPresent()
                && parsed.get().charset().isEmpty()) {
            fault("Unknown charset in @Produces(\"" + text + "\")", "Name one that this JDK has, best utf-8.");
            return Optional.empty();
        }
        if (type != String.class && type != byte[].class && !JsonContent.isJson(parsed.get())) {
            fault(
                    "@Produces(\"" + text + "\") on a result that is written as JSON",
                    "Return String or byte[] for that media type, or name application/json or one that ends in +json.");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private static String defaultMediaType(Class<?> type) {
        if (type == String.class) {
            return MediaType.TEXT_PLAIN_UTF_8.toString();
        }
        return (type == byte[].class ? MediaType.APPLICATION_OCTET_STREAM : MediaType.APPLICATION_JSON).toString();
    }

    private void fault(String title, String mend) {
        tools.faults().add(Fault.at(place, title, mend));
    }
}
