package dev.weir.annotations.internal.reflect;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;

/**
 * Handles that take all arguments in one array, to be called by {@code (Object) handle.invokeExact(array)}: the way of
 * calling that costs least where nobody knows the method before the program runs.
 */
public final class ArrayCall {

    private static final MethodType FROM_ARRAY = MethodType.methodType(Object.class, Object[].class);

    private ArrayCall() {}

    /** A handle of type {@code (Object[])Object} that calls the target; the array must have one element a parameter. */
    public static MethodHandle of(MethodHandle target) {
        return target.asFixedArity()
                .asType(target.type().generic())
                .asSpreader(Object[].class, target.type().parameterCount())
                .asType(FROM_ARRAY);
    }
}
