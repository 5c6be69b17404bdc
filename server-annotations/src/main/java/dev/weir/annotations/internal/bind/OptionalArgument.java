package dev.weir.annotations.internal.bind;

import dev.weir.http.Request;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/** A value that may be missing, handed over in one of the JDK's optional types. */
public final class OptionalArgument implements Argument {

    private final Scalar scalar;
    private final Function<Object, Object> present;
    private final Object absent;

    private OptionalArgument(Scalar scalar, Function<Object, Object> present, Object absent) {
        this.scalar = scalar;
        this.present = present;
        this.absent = absent;
    }

    /**
     * An argument of that type.
     *
     * @param type {@code Optional} or one of its primitive kin
     */
    public static Argument of(Class<?> type, Scalar scalar) {
        if (type == OptionalInt.class) {
            return new OptionalArgument(scalar, value -> OptionalInt.of((Integer) value), OptionalInt.empty());
        }
        if (type == OptionalLong.class) {
            return new OptionalArgument(scalar, value -> OptionalLong.of((Long) value), OptionalLong.empty());
        }
        if (type == OptionalDouble.class) {
            return new OptionalArgument(scalar, value -> OptionalDouble.of((Double) value), OptionalDouble.empty());
        }
        return new OptionalArgument(scalar, Optional::of, Optional.empty());
    }

    @Override
    public Object from(Request request) throws InvalidArgumentException {
        Optional<Object> value = scalar.value(request);
        return value.isPresent() ? present.apply(value.get()) : absent;
    }

    @Override
    public List<ValueSource> sources() {
        return List.of(scalar.source());
    }

    @Override
    public boolean takesFormField() {
        return scalar.source().isForm();
    }
}
