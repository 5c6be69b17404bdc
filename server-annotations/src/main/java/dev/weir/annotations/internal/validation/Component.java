package dev.weir.annotations.internal.validation;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;

/**
 * Takes a component out of records.
 *
 * @param accessor its accessor
 */
record Component(MethodHandle accessor) {

    /** Of a record that can be made, so that it can be looked into as well. */
    static Component of(RecordComponent component) {
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        try {
            return new Component(MethodHandles.lookup().unreflect(accessor));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(accessor + " (expected: accessible)", e);
        }
    }

    Object of(Object record) {
        try {
            return accessor.invoke(record);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("accessor of a component (expected: to throw nothing checked)", e);
        }
    }
}
