package dev.weir.annotations.internal.validation;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.function.UnaryOperator;

/**
 * The way to a part of the arguments.
 *
 * @param parameter index of the parameter
 * @param order sorts the part among others of the parameter
 * @param inside takes it out of the parameter's value
 */
record Way(int parameter, String order, UnaryOperator<Object> inside) {

    /** The way to a parameter itself. */
    static Way of(int parameter) {
        return new Way(parameter, "", UnaryOperator.identity());
    }

    /** The way on to a component, number {@code index} of it, of the record that this one leads to. */
    Way to(int index, RecordComponent component) {
        MethodHandle accessor = accessor(component);
        return new Way(
                parameter, order + MemberPointer.sortable(index), outermost -> call(accessor, inside.apply(outermost)));
    }

    /** What is there. */
    Object in(Object[] values) {
        return inside.apply(values[parameter]);
    }

    /** Of a record that can be made, so that it can be looked into as well. */
    private static MethodHandle accessor(RecordComponent component) {
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        try {
            return MethodHandles.lookup().unreflect(accessor);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(accessor + " (expected: accessible)", e);
        }
    }

    private static Object call(MethodHandle accessor, Object record) {
        try {
            return accessor.invoke(record);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("accessor of a component (expected: to throw nothing checked)", e);
        }
    }
}
