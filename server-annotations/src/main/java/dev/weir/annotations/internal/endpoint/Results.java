package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.faults.Fault;
import dev.weir.annotations.internal.faults.Place;
import dev.weir.annotations.internal.reflect.Declared;
import dev.weir.annotations.internal.reflect.GenericTypes;
import dev.weir.annotations.internal.result.EmptyResult;
import dev.weir.annotations.internal.result.NullableResult;
import dev.weir.annotations.internal.result.OptionalResult;
import dev.weir.annotations.internal.result.Representation;
import dev.weir.annotations.internal.result.Representations;
import dev.weir.annotations.internal.result.RequiredResult;
import dev.weir.annotations.internal.result.ResponseResult;
import dev.weir.annotations.internal.result.Result;
import dev.weir.annotations.internal.result.StageResult;
import dev.weir.http.Headers;
import dev.weir.http.Response;
import dev.weir.http.Status;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/**
 * Chooses what becomes of a method's result, by its declared type: nothing, a {@code Response}, or a value in one or more
 * forms, and what it is wrapped in.
 *
 * @param tools the codec, and where faults go
 * @param place of the method
 * @param annotations of the method
 * @param controller annotations of its class
 */
record Results(Toolbox tools, Place place, Declared annotations, Declared controller) {

    /** The forms of a result of that type, unless there is a fault. */
    Optional<Representations> of(Type type) {
        return heads().headers()
                .flatMap(headers -> whole(type, headers))
                .map(all -> new Representations(all, produced().declared().isPresent()));
    }

    /** Whether a result of that type is a file, of which a request may want a part, or only another version. */
    static boolean isFile(Type type) {
        return Path.class.isAssignableFrom(GenericTypes.erased(present(type)));
    }

    /** Whether a result of that type is sent from something that has to be closed afterwards. */
    static boolean isReadFromSource(Type type) {
        Type present = present(type);
        return isFile(present)
                || InputStream.class.isAssignableFrom(GenericTypes.erased(present))
                || ElementResults.elements(present).isPresent();
    }

    /** The type without what it is wrapped in. */
    private static Type present(Type type) {
        Class<?> erased = GenericTypes.erased(type);
        boolean isWrapped =
                erased == Optional.class || erased == CompletionStage.class || erased == CompletableFuture.class;
        return isWrapped ? present(GenericTypes.argument(type, 0)) : type;
    }

    private Optional<List<Representation>> whole(Type type, Headers headers) {
        Class<?> erased = GenericTypes.erased(type);
        if (erased == CompletionStage.class || erased == CompletableFuture.class) {
            return stage(type, headers);
        }
        if (erased == void.class || erased == Void.class) {
            return empty(headers);
        }
        if (erased.isPrimitive() && annotations.isNullable()) {
            fault("Nullable primitive result", "A primitive can't be null. Use its wrapper type or an Optional.");
            return Optional.empty();
        }
        UnaryOperator<Result> ifNull = annotations.isNullable()
                ? NullableResult::new
                : present -> new RequiredResult(present, place.signature());
        if (TextArguments.isOptional(erased)) {
            Type inside = TextArguments.insideOptional(type);
            Class<?> insideErased = GenericTypes.erased(inside);
            if (TextArguments.isOptional(insideErased) || insideErased == Void.class) {
                return values(headers).unsupported(type);
            }
            return present(inside, headers).map(all -> each(all, found -> ifNull.apply(new OptionalResult(found))));
        }
        return present(type, headers).map(all -> each(all, ifNull));
    }

    private Optional<List<Representation>> stage(Type type, Headers headers) {
        Type inside = GenericTypes.argument(type, 0);
        return CompletionStage.class.isAssignableFrom(GenericTypes.erased(inside))
                ? values(headers).unsupported(type)
                : whole(inside, headers).map(all -> each(all, present -> new StageResult(present, place.signature())));
    }

    private static List<Representation> each(List<Representation> all, UnaryOperator<Result> wrapped) {
        return all.stream()
                .map(one -> new Representation(one.type(), wrapped.apply(one.result())))
                .toList();
    }

    private Optional<List<Representation>> empty(Headers headers) {
        if (produced().declared().isPresent()) {
            fault("@Produces on a method without a result", "Return something, or drop the @Produces.");
            return Optional.empty();
        }
        return heads().status(Status.NO_CONTENT)
                .map(status -> single(new EmptyResult(ResponseHeads.head(status, headers))));
    }

    private Optional<List<Representation>> present(Type type, Headers headers) {
        return GenericTypes.erased(type) == Response.class
                ? response(headers)
                : values(headers).of(type);
    }

    private Optional<List<Representation>> response(Headers headers) {
        if (annotations.find(dev.weir.annotations.Status.class).isPresent()) {
            fault(
                    "@Status on a method that returns a Response",
                    "The Response has a status of its own. Drop the @Status, or return the content alone.");
            return Optional.empty();
        }
        if (produced().declared().isPresent()) {
            fault(
                    "@Produces on a method that returns a Response",
                    "The Response has a media type of its own. Drop the @Produces, or return the content alone.");
            return Optional.empty();
        }
        return Optional.of(single(new ResponseResult(headers)));
    }

    private static List<Representation> single(Result result) {
        return List.of(new Representation(Optional.empty(), result));
    }

    private ValueResults values(Headers headers) {
        return new ValueResults(tools, place, heads(), produced(), headers);
    }

    private ResponseHeads heads() {
        return new ResponseHeads(tools, place, annotations, controller);
    }

    private ProducedTypes produced() {
        return new ProducedTypes(tools, place, annotations);
    }

    private void fault(String title, String mend) {
        tools.faults().add(Fault.at(place, title, mend));
    }
}
