package dev.weir.annotations.internal.jackson;

import dev.weir.annotations.internal.reflect.ArrayCall;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdValueInstantiator;

/**
 * Makes records with a handle to their constructor that takes all arguments in an array. Jackson's own way spreads them
 * anew for each record, which costs about as much as reading one.
 */
final class RecordInstantiator extends StdValueInstantiator {

    private final MethodHandle constructor;

    private RecordInstantiator(StdValueInstantiator original, MethodHandle constructor) {
        super(original);
        this.constructor = constructor;
    }

    /** One that does as the original, if that calls a constructor that can be reached. */
    static Optional<RecordInstantiator> of(StdValueInstantiator original) {
        boolean callsConstructor = original.getWithArgsCreator() != null
                && original.getWithArgsCreator().getAnnotated() instanceof Constructor<?>;
        if (!callsConstructor) {
            return Optional.empty();
        }
        Constructor<?> constructor =
                (Constructor<?>) original.getWithArgsCreator().getAnnotated();
        try {
            if (!constructor.trySetAccessible()) {
                return Optional.empty();
            }
            MethodHandle handle = MethodHandles.lookup().unreflectConstructor(constructor);
            return Optional.of(new RecordInstantiator(original, ArrayCall.of(handle)));
        } catch (IllegalAccessException e) {
            return Optional.empty();
        }
    }

    @Override
    public Object createFromObjectWith(DeserializationContext context, Object[] arguments) throws JacksonException {
        try {
            return (Object) constructor.invokeExact(arguments);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            return context.handleInstantiationProblem(_valueClass, arguments, rewrapCtorProblem(context, e));
        }
    }
}
