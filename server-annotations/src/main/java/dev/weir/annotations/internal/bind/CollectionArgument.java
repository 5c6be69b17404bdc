package dev.weir.annotations.internal.bind;

import dev.weir.annotations.internal.convert.Converter;
import dev.weir.annotations.internal.convert.InvalidValueException;
import dev.weir.http.Request;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;

/** All values of a name, as a list, a set or an array; empty if there is none, unless a default is given. */
public final class CollectionArgument implements Argument {

    private final ValueSource source;
    private final Converter converter;
    private final Function<List<Object>, Object> shape;
    private final List<Object> fallback;

    private CollectionArgument(
            ValueSource source, Converter converter, Function<List<Object>, Object> shape, List<Object> fallback) {
        this.source = source;
        this.converter = converter;
        this.shape = shape;
        this.fallback = fallback;
    }

    /** The values as a list that cannot be changed. */
    public static Argument list(ValueSource source, Converter converter, List<Object> fallback) {
        return new CollectionArgument(source, converter, Collections::unmodifiableList, fallback);
    }

    /** The values as a set in the order sent, that cannot be changed. */
    public static Argument set(ValueSource source, Converter converter, List<Object> fallback) {
        return new CollectionArgument(
                source, converter, values -> Collections.unmodifiableSet(new LinkedHashSet<>(values)), fallback);
    }

    /** The values as an array with that type of elements. */
    public static Argument array(Class<?> elements, ValueSource source, Converter converter, List<Object> fallback) {
        return new CollectionArgument(source, converter, values -> array(elements, values), fallback);
    }

    private static Object array(Class<?> elements, List<Object> values) {
        Object array = Array.newInstance(elements, values.size());
        for (int i = 0; i < values.size(); i++) {
            Array.set(array, i, values.get(i));
        }
        return array;
    }

    @Override
    public Object from(Request request) throws InvalidArgumentException {
        List<String> texts = source.all(request);
        List<Object> values = new ArrayList<>(texts.size());
        for (String text : texts) {
            if (!text.isEmpty() || converter.takesEmpty()) {
                values.add(converted(text));
            }
        }
        return shape.apply(values.isEmpty() ? fallback : values);
    }

    private Object converted(String text) throws InvalidArgumentException {
        try {
            return converter.convert(text);
        } catch (InvalidValueException e) {
            throw new InvalidArgumentException(ArgumentError.invalid(source, e));
        }
    }

    @Override
    public List<ValueSource> sources() {
        return List.of(source);
    }

    @Override
    public boolean takesFormField() {
        return source.isForm();
    }
}
