package dev.weir.annotations.internal.bind;

import dev.weir.http.Request;
import java.util.Optional;
import java.util.function.Function;

/** Something that a filter left with the request. That it is not there is the application's fault, not the client's. */
public final class AttributeArgument implements Argument {

    private final String name;
    private final Class<?> type;
    private final Function<Optional<Object>, Object> shape;

    private AttributeArgument(String name, Class<?> type, Function<Optional<Object>, Object> shape) {
        this.name = name;
        this.type = type;
        this.shape = shape;
    }

    /**
     * An attribute that has to be there.
     *
     * @param type no primitive
     * @param method that asks for it, for the log
     */
    public static Argument required(String name, Class<?> type, String method) {
        return new AttributeArgument(
                name,
                type,
                value -> value.orElseThrow(() -> new IllegalStateException(
                        "request attribute \"" + name + "\": missing (expected: a " + type.getName()
                                + " that a filter leaves with request.withAttribute, for " + method + ")")));
    }

    /** An attribute, or null. */
    public static Argument nullable(String name, Class<?> type) {
        return new AttributeArgument(name, type, value -> value.orElse(null));
    }

    /** An attribute in an {@code Optional}. */
    public static Argument optional(String name, Class<?> type) {
        return new AttributeArgument(name, type, value -> value);
    }

    @Override
    public Object from(Request request) {
        Optional<Object> value = request.attribute(name, Object.class);
        if (value.isPresent() && !type.isInstance(value.get())) {
            throw new IllegalStateException("request attribute \"" + name + "\": a "
                    + value.get().getClass().getName() + " (expected: a " + type.getName() + ")");
        }
        return shape.apply(value);
    }
}
