package dev.weir.annotations.internal.convert;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;

/**
 * Makes a value with what its type offers: a static {@code of}, {@code valueOf} or {@code fromString} that takes a
 * String, or else such a constructor. Whatever it throws means that the text was wrong.
 */
final class FactoryConverter implements Converter {

    private static final List<String> FACTORIES = List.of("of", "valueOf", "fromString");

    private static final MethodType FROM_STRING = MethodType.methodType(Object.class, String.class);

    private final MethodHandle factory;

    private FactoryConverter(MethodHandle factory) {
        this.factory = factory.asType(FROM_STRING);
    }

    static Optional<Converter> find(Class<?> type) {
        for (String name : FACTORIES) {
            Optional<Converter> found = factory(type, name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Modifier.isAbstract(type.getModifiers()) ? Optional.empty() : constructor(type);
    }

    private static Optional<Converter> factory(Class<?> type, String name) {
        for (Class<?> argument : List.of(String.class, CharSequence.class)) {
            try {
                Method method = type.getDeclaredMethod(name, argument);
                if (!Modifier.isPrivate(method.getModifiers())
                        && Modifier.isStatic(method.getModifiers())
                        && type.isAssignableFrom(method.getReturnType())) {
                    return accessible(method)
                            ? Optional.of(
                                    new FactoryConverter(MethodHandles.lookup().unreflect(method)))
                            : Optional.empty();
                }
            } catch (NoSuchMethodException | IllegalAccessException e) {
                // The next one, then.
            }
        }
        return Optional.empty();
    }

    private static Optional<Converter> constructor(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(String.class);
            return isOffered(constructor) && accessible(constructor)
                    ? Optional.of(new FactoryConverter(MethodHandles.lookup().unreflectConstructor(constructor)))
                    : Optional.empty();
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return Optional.empty();
        }
    }

    /** A record's constructor is as private as the record, which says nothing. */
    private static boolean isOffered(Constructor<?> constructor) {
        return !Modifier.isPrivate(constructor.getModifiers())
                || constructor.getDeclaringClass().isRecord();
    }

    private static boolean accessible(AccessibleObject member) {
        try {
            member.setAccessible(true);
            return true;
        } catch (InaccessibleObjectException e) {
            return member.canAccess(null);
        }
    }

    @Override
    public Object convert(String text) throws InvalidValueException {
        Object value;
        try {
            value = (Object) factory.invokeExact(text);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            throw malformed();
        }
        if (value == null) {
            throw malformed();
        }
        return value;
    }

    private static InvalidValueException malformed() {
        return InvalidValueException.of("malformed", "not a valid value", "");
    }
}
