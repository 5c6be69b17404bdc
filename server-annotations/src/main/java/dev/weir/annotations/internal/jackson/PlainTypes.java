package dev.weir.annotations.internal.jackson;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Tells types that Jackson can read and write for sure, so that it need not be loaded to try: values of the JDK, enums and
 * records that say nothing to Jackson, and collections of them. For all others nothing is claimed.
 */
final class PlainTypes {

    private static final Set<Class<?>> VALUES = Set.of(
            Boolean.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            Character.class,
            String.class,
            BigDecimal.class,
            BigInteger.class,
            UUID.class,
            Duration.class,
            Instant.class,
            LocalDate.class,
            LocalDateTime.class,
            LocalTime.class,
            OffsetDateTime.class,
            ZonedDateTime.class);

    private static final Set<Class<?>> CONTAINERS =
            Set.of(Collection.class, List.class, Set.class, Map.class, Optional.class);

    private static final Optional<Module> JACKSON = jackson();

    /** Types found to be plain, or being looked at: a record may hold a list of itself. */
    private final Set<Class<?>> seen = new HashSet<>();

    private PlainTypes() {}

    static boolean contain(Type type) {
        return new PlainTypes().isPlain(type);
    }

    private boolean isPlain(Type type) {
        if (type instanceof ParameterizedType container) {
            return CONTAINERS.contains(container.getRawType()) && arePlain(container);
        }
        return type instanceof Class<?> single && isPlain(single);
    }

    private boolean arePlain(ParameterizedType container) {
        Type[] inside = container.getActualTypeArguments();
        boolean hasPlainKeys = inside.length == 1 || inside[0] == String.class;
        return hasPlainKeys && isPlain(inside[inside.length - 1]);
    }

    private boolean isPlain(Class<?> type) {
        if (type.isPrimitive() || VALUES.contains(type)) {
            return true;
        }
        if (type.isArray()) {
            return isPlain(type.getComponentType());
        }
        return !seen.add(type) || isOpen(type) && hasNoAnnotation(type) && (isPlainEnum(type) || isPlainRecord(type));
    }

    private static boolean isOpen(Class<?> type) {
        return JACKSON.isPresent() && type.getModule().isOpen(type.getPackageName(), JACKSON.get());
    }

    /** Jackson's module, found without loading a class of it; on the class path all share one without a name. */
    private static Optional<Module> jackson() {
        Module ours = PlainTypes.class.getModule();
        return ours.isNamed() ? ours.getLayer().findModule("tools.jackson.databind") : Optional.of(ours);
    }

    private static boolean hasNoAnnotation(Class<?> type) {
        return type.getAnnotations().length == 0 && type.getInterfaces().length == 0;
    }

    private static boolean isPlainEnum(Class<?> type) {
        if (!type.isEnum()) {
            return false;
        }
        for (Method method : type.getDeclaredMethods()) {
            if (!method.isSynthetic() && !Set.of("values", "valueOf").contains(method.getName())) {
                return false;
            }
        }
        for (Field field : type.getDeclaredFields()) {
            if (field.getAnnotations().length > 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether it has nothing but its components, and they nothing but their types. */
    private boolean isPlainRecord(Class<?> type) {
        if (!type.isRecord() || type.getTypeParameters().length > 0) {
            return false;
        }
        Constructor<?>[] constructors = type.getDeclaredConstructors();
        if (constructors.length != 1 || constructors[0].getAnnotations().length > 0 || hasOtherMethods(type)) {
            return false;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getAnnotations().length > 0 || !isPlain(component.getGenericType())) {
                return false;
            }
        }
        return true;
    }

    /** Whether there is a method beyond those of each record; one may look like a property, or like a factory. */
    private static boolean hasOtherMethods(Class<?> type) {
        Set<String> names = new HashSet<>(Set.of("equals", "hashCode", "toString"));
        for (RecordComponent component : type.getRecordComponents()) {
            names.add(component.getName());
        }
        for (Method method : type.getDeclaredMethods()) {
            boolean isKnown = names.contains(method.getName()) && !Modifier.isStatic(method.getModifiers());
            if (!isKnown && !method.isSynthetic() || method.getAnnotations().length > 0) {
                return true;
            }
        }
        return false;
    }
}
