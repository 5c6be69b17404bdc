package dev.weir.testing;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * A type with its arguments, for what no {@code Class} can say: {@code new JsonType<List<Todo>>() {}}.
 *
 * @param <T> the type
 */
public abstract class JsonType<T> {

    private final Type type;

    /** Made as an anonymous class, which remembers the argument. */
    protected JsonType() {
        if (!(getClass().getGenericSuperclass() instanceof ParameterizedType self)) {
            throw new IllegalStateException("type: none (expected: new JsonType<…>() {} with an argument)");
        }
        this.type = self.getActualTypeArguments()[0];
    }

    /** The type. */
    public final Type type() {
        return type;
    }
}
