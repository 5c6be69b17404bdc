package dev.weir.annotations.internal.bind;

import dev.weir.http.Request;
import dev.weir.multipart.Upload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A part of a form that is more than text: one, an optional one, or all of a name. */
public final class PartArgument implements Argument {

    private final PartSource source;
    private final PartTaker taker;
    private final int least;
    private final int most;
    private final Function<List<Object>, Object> shape;

    private PartArgument(
            PartSource source, PartTaker taker, int least, int most, Function<List<Object>, Object> shape) {
        this.source = source;
        this.taker = taker;
        this.least = least;
        this.most = most;
        this.shape = shape;
    }

    /** A part that has to be there. */
    public static Argument required(PartSource source, PartTaker taker) {
        return new PartArgument(source, taker, 1, 1, values -> values.get(0));
    }

    /** A part in an {@code Optional}. */
    public static Argument optional(PartSource source, PartTaker taker) {
        return new PartArgument(source, taker, 0, 1, values -> values.stream().findFirst());
    }

    /** A part, or null. */
    public static Argument nullable(PartSource source, PartTaker taker) {
        return new PartArgument(source, taker, 0, 1, values -> values.isEmpty() ? null : values.get(0));
    }

    /** All parts of the name, in a collection or an array. */
    public static Argument all(PartSource source, PartTaker taker, Function<List<Object>, Object> shape) {
        return new PartArgument(source, taker, 0, Integer.MAX_VALUE, shape);
    }

    @Override
    public List<ValueSource> sources() {
        return List.of(source);
    }

    @Override
    public boolean readsJson() {
        return taker instanceof PartTaker.Json;
    }

    @Override
    public Object from(Request request) throws InvalidArgumentException, IOException {
        List<Upload> parts = KeptParts.all(request, source.name());
        if (parts.size() > most) {
            throw new InvalidArgumentException(ArgumentError.repeated(source));
        }
        List<Object> values = new ArrayList<>(parts.size());
        for (Upload part : parts) {
            taker.take(part).ifPresent(values::add);
        }
        if (values.size() < least) {
            throw new InvalidArgumentException(ArgumentError.missing(source));
        }
        return shape.apply(values);
    }
}
