package dev.weir.annotations.internal.schema;

import dev.weir.annotations.internal.reflect.Declared;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.introspect.AnnotatedField;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.AnnotatedParameter;

/**
 * Finds where constraints of a member of a bean stand that are checked: on its field and on its getters, of the classes and
 * interfaces that the bean has them from, wherever Jackson gets the value from.
 */
final class ConstrainedMember {

    private final String property;
    private final List<AnnotatedElement> elements = new ArrayList<>();
    private final List<AnnotatedType> types = new ArrayList<>();

    private ConstrainedMember(String property) {
        this.property = property;
    }

    /** What stands there; nothing if it is not known which property it is. */
    static Declared of(AnnotatedMember member) {
        Optional<String> name = member == null ? Optional.empty() : property(member);
        if (name.isEmpty()) {
            return new Declared(List.of(), List.of());
        }
        ConstrainedMember found = new ConstrainedMember(name.get());
        found.addFrom(member.getDeclaringClass());
        return new Declared(found.elements, found.types);
    }

    private static Optional<String> property(AnnotatedMember member) {
        if (member instanceof AnnotatedParameter parameter) {
            Class<?> owner = parameter.getDeclaringClass();
            Executable creator = (Executable) parameter.getOwner().getMember();
            if (owner.isRecord() && creator.getParameterCount() == owner.getRecordComponents().length) {
                return Optional.of(owner.getRecordComponents()[parameter.getIndex()].getName());
            }
            Parameter there = creator.getParameters()[parameter.getIndex()];
            return there.isNamePresent() ? Optional.of(there.getName()) : Optional.empty();
        }
        if (member instanceof AnnotatedMethod method) {
            return Optional.of(property(method.getName()));
        }
        return member instanceof AnnotatedField ? Optional.of(member.getName()) : Optional.empty();
    }

    /** The property of a getter or setter. */
    private static String property(String method) {
        int prefix = method.matches("(?:get|set)\\p{Lu}.*") ? 3 : method.matches("is\\p{Lu}.*") ? 2 : 0;
        String capital = method.substring(prefix);
        return prefix == 0 ? method : Character.toLowerCase(capital.charAt(0)) + capital.substring(1);
    }

    private void addFrom(Class<?> type) {
        if (type == null || type == Object.class) {
            return;
        }
        for (Field field : type.getDeclaredFields()) {
            if (field.getName().equals(property)) {
                elements.add(field);
                types.add(field.getAnnotatedType());
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            boolean isGetter = method.getParameterCount() == 0
                    && method.getName().matches("(?:get|is)\\p{Lu}.*")
                    && property(method.getName()).equals(property);
            if (isGetter) {
                elements.add(method);
                types.add(method.getAnnotatedReturnType());
            }
        }
        addFrom(type.getSuperclass());
        for (Class<?> each : type.getInterfaces()) {
            addFrom(each);
        }
    }
}
