package dev.weir.annotations.internal.bind;

import dev.weir.annotations.internal.reflect.ArrayCall;
import dev.weir.http.HttpException;
import dev.weir.http.Request;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.util.List;

/**
 * A record of which each component is an argument itself. The record is made only when all of them hold; whatever its
 * constructor throws means that the values do not go together, but for an {@link HttpException}, which is the answer.
 */
public final class RecordArgument implements Argument {

    private final MethodHandle constructor;
    private final Arguments components;
    private final List<Argument> members;
    private final List<ValueSource> sources;
    private final ArgumentError refusal;

    /**
     * An argument of that record.
     *
     * @param constructor the canonical one
     * @param components one argument for each, none of which reads the content
     * @param sources where the components come from, as far as that has a name on the wire
     */
    public RecordArgument(MethodHandle constructor, List<Argument> components, List<ValueSource> sources) {
        this.components = new Arguments(components);
        this.members = List.copyOf(components);
        this.sources = List.copyOf(sources);
        this.constructor = ArrayCall.of(constructor);
        this.refusal = ArgumentError.together(sources);
    }

    /** One argument for each component, in their order. */
    public List<Argument> members() {
        return members;
    }

    @Override
    public List<ValueSource> sources() {
        return sources;
    }

    @Override
    public boolean takesFormField() {
        return components.takeFormFields();
    }

    @Override
    public Object from(Request request) throws InvalidArgumentException, IOException {
        Object[] values = components.from(request);
        try {
            return (Object) constructor.invokeExact(values);
        } catch (HttpException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new InvalidArgumentException(refusal);
        }
    }
}
