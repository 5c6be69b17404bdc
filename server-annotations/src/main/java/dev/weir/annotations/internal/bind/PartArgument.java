package dev.weir.annotations.internal.bind;

import dev.weir.http.Request;
import dev.weir.multipart.Upload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A part of a form that is more than text: one, an optional one, or all of a name. */
public final class PartArgument implements Argument {

    private final PartSource source;
    private final PartTaker taker;
    private final boolean takesMany;
    private final Function<List<Object>, Optional<Object>> shape;

    private PartArgument(
            PartSource source, PartTaker taker, boolean takesMany, Function<List<Object>, Optional<Object>> shape) {
        this.source = source;
        this.taker = taker;
        this.takesMany = takesMany;
        this.shape = shape;
    }

    /** A part that has to be there. */
    public static Argument required(PartSource source, PartTaker taker) {
        return new PartArgument(source, taker, false, values -> values.stream().findFirst());
    }

    /** A part in an {@code Optional}. */
    public static Argument optional(PartSource source, PartTaker taker) {
        return new PartArgument(
                source, taker, false, values -> Optional.of(values.stream().findFirst()));
    }

    /** A part, or null. */
    public static Argument nullable(PartSource source, PartTaker taker) {
        Argument optional = optional(source, taker);
        return request -> ((Optional<?>) optional.from(request)).orElse(null);
    }

    /** All parts of the name, in a collection or an array. */
    public static Argument all(PartSource source, PartTaker taker, Function<List<Object>, Object> shape) {
        return new PartArgument(source, taker, true, values -> Optional.of(shape.apply(values)));
    }

    @Override
    public Object from(Request request) throws InvalidArgumentException, IOException {
        List<Upload> parts = KeptParts.all(request, source.name());
        if (parts.size() > 1 && !takesMany) {
            throw new InvalidArgumentException(ArgumentError.repeated(source));
        }
        List<Object> values = new ArrayList<>(parts.size());
        for (Upload part : parts) {
            taker.take(part).ifPresent(values::add);
        }
        Optional<Object> value = shape.apply(values);
        if (value.isEmpty()) {
            throw new InvalidArgumentException(ArgumentError.missing(source));
        }
        return value.get();
    }
}
