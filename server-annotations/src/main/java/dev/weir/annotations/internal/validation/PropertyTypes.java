package dev.weir.annotations.internal.validation;

import dev.weir.annotations.internal.bind.Argument;
import dev.weir.annotations.internal.bind.RecordArgument;
import dev.weir.annotations.internal.reflect.GenericTypes;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The declared types of parts of objects. */
final class PropertyTypes {

    private PropertyTypes() {}

    /**
     * A component of a record of parameters.
     *
     * @param component in the record's class
     * @param type with all generic arguments
     * @param argument what became of it
     */
    record Member(RecordComponent component, Type type, Argument argument) {}

    /** The components of a record of parameters, in order. */
    static List<Member> members(Type record, RecordArgument group) {
        GenericTypes types = new GenericTypes(record);
        RecordComponent[] components = GenericTypes.erased(record).getRecordComponents();
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            members.add(new Member(
                    components[i],
                    types.resolve(components[i].getGenericType()),
                    group.members().get(i)));
        }
        return members;
    }

    /** The type of a property: a field, or a getter; {@code Object} if there is no such thing. */
    static Type of(Type owner, String property) {
        Class<?> erased = GenericTypes.erased(owner);
        return field(erased, property)
                .map(Field::getGenericType)
                .or(() -> getter(erased, property).map(Method::getGenericReturnType))
                .map(found -> new GenericTypes(owner).resolve(found))
                .orElse(Object.class);
    }

    private static Optional<Field> field(Class<?> type, String name) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return Optional.of(field);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Method> getter(Class<?> type, String property) {
        for (Method method : type.getMethods()) {
            String name = method.getName();
            int prefix = name.startsWith("get") ? 3 : name.startsWith("is") ? 2 : name.length();
            if (method.getParameterCount() == 0 && name.substring(prefix).equalsIgnoreCase(property)) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }

    /** The type of what is in a container: what stands for one of the variables of its class, or in an array. */
    static Type inside(Type container, Class<?> as, int variable) {
        if (container instanceof GenericArrayType array) {
            return array.getGenericComponentType();
        }
        Class<?> erased = GenericTypes.erased(container);
        if (erased.isArray()) {
            return erased.getComponentType();
        }
        return as.isAssignableFrom(erased) && as.getTypeParameters().length > variable
                ? new GenericTypes(container).resolve(as.getTypeParameters()[variable])
                : Object.class;
    }
}
