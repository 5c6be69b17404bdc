package dev.weir.annotations.internal.schema;

import dev.weir.annotations.internal.reflect.Declared;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;

/** Finds out whether a member of a bean is declared to be null at times. */
final class Nullness {

    private Nullness() {}

    static boolean isNullable(AnnotatedMember member) {
        return component(member).map(Nullness::isNullable).orElseGet(() -> isNullable(element(member), type(member)));
    }

    private static boolean isNullable(RecordComponent component) {
        return isNullable(component, component.getAnnotatedType())
                || isNullable(component.getAccessor(), component.getAccessor().getAnnotatedReturnType())
                || isNullable(parameter(component), parameter(component).getAnnotatedType());
    }

    private static boolean isNullable(AnnotatedElement element, AnnotatedType type) {
        return new Declared(List.of(element), List.of(type)).isNullable();
    }

    /** The component of a record that the member belongs to. */
    private static Optional<RecordComponent> component(AnnotatedMember member) {
        Class<?> owner = member.getDeclaringClass();
        if (!owner.isRecord()) {
            return Optional.empty();
        }
        RecordComponent[] all = owner.getRecordComponents();
        if (member instanceof AnnotatedParameter parameter) {
            boolean isCanonical = element(parameter) instanceof Parameter there
                    && there.getDeclaringExecutable() instanceof Constructor<?> constructor
                    && constructor.getParameterCount() == all.length;
            return isCanonical ? Optional.of(all[parameter.getIndex()]) : Optional.empty();
        }
        return Stream.of(all)
                .filter(each -> each.getName().equals(member.getName()))
                .findFirst();
    }

    /** The parameter of the canonical constructor that gives the component. */
    private static Parameter parameter(RecordComponent component) {
        RecordComponent[] all = component.getDeclaringRecord().getRecordComponents();
        Class<?>[] types = Stream.of(all).map(RecordComponent::getType).toArray(Class<?>[]::new);
        int index = Stream.of(all).map(RecordComponent::getName).toList().indexOf(component.getName());
        try {
            return component.getDeclaringRecord().getDeclaredConstructor(types).getParameters()[index];
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(
                    component.getDeclaringRecord() + " (expected: a record, which has a canonical constructor)", e);
        }
    }

    private static AnnotatedElement element(AnnotatedMember member) {
        if (member instanceof AnnotatedParameter parameter) {
            return ((Executable) parameter.getOwner().getMember()).getParameters()[parameter.getIndex()];
        }
        return (AnnotatedElement) member.getMember();
    }

    private static AnnotatedType type(AnnotatedMember member) {
        AnnotatedElement element = element(member);
        if (element instanceof Field field) {
            return field.getAnnotatedType();
        }
        if (element instanceof Parameter parameter) {
            return parameter.getAnnotatedType();
        }
        Method method = (Method) element;
        return method.getParameterCount() == 1
                ? method.getParameters()[0].getAnnotatedType()
                : method.getAnnotatedReturnType();
    }
}
