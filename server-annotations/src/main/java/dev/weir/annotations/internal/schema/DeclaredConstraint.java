package dev.weir.annotations.internal.schema;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A constraint of Jakarta Validation as it stands on something. It is known by its name: where the API is missing there is
 * no such annotation, and where it is there nothing of it has to be loaded for this.
 *
 * @param name simple name of the annotation, one of the API's own or of Hibernate Validator's
 * @param annotation the annotation
 */
record DeclaredConstraint(String name, Annotation annotation) {

    private static final String API = "jakarta.validation.";
    private static final List<String> KNOWN = List.of(API + "constraints.", "org.hibernate.validator.constraints.");

    /** Those that hold for every request: of the default group, composed ones by what they are composed of. */
    static List<DeclaredConstraint> on(AnnotatedElement element) {
        List<DeclaredConstraint> found = new ArrayList<>();
        for (Annotation each : element.getAnnotations()) {
            add(each, found);
        }
        return found;
    }

    private static void add(Annotation annotation, List<DeclaredConstraint> found) {
        Class<?> type = annotation.annotationType();
        if (type.getName().startsWith("java.")) {
            return;
        }
        Optional<Annotation[]> several = value(annotation, "value", Annotation[].class);
        if (several.isPresent()) {
            for (Annotation each : several.get()) {
                add(each, found);
            }
        } else if (has(type, API + "Constraint") && isOfDefaultGroup(annotation)) {
            if (KNOWN.stream().anyMatch(type.getName()::startsWith)) {
                found.add(new DeclaredConstraint(type.getSimpleName(), annotation));
            } else if (isPlainlyComposed(type)) {
                found.addAll(on(type));
            }
        }
    }

    private static boolean isOfDefaultGroup(Annotation annotation) {
        Class<?>[] groups = value(annotation, "groups", Class[].class).orElse(new Class<?>[0]);
        return groups.length == 0
                || Stream.of(groups).anyMatch(group -> group.getName().equals(API + "groups.Default"));
    }

    /** Whether each part holds as it is written: none is given other values, or is one of a choice. */
    private static boolean isPlainlyComposed(Class<?> type) {
        return !has(type, "org.hibernate.validator.constraints.ConstraintComposition")
                && Stream.of(type.getDeclaredMethods())
                        .noneMatch(member -> has(member, API + "OverridesAttribute")
                                || has(member, API + "OverridesAttribute$List"));
    }

    private static boolean has(AnnotatedElement element, String annotation) {
        return Stream.of(element.getAnnotations())
                .anyMatch(each -> each.annotationType().getName().equals(annotation));
    }

    /** A member of the annotation that is a number. */
    Number number(String member) {
        return value(annotation, member, Number.class).orElseThrow();
    }

    /** A member that is text. */
    String text(String member) {
        return value(annotation, member, String.class).orElseThrow();
    }

    /** A member that is true or false. */
    boolean isSet(String member) {
        return value(annotation, member, Boolean.class).orElseThrow();
    }

    /** Whether a member that lists something lists nothing. */
    boolean hasNone(String member) {
        return value(annotation, member, Object[].class).orElseThrow().length == 0;
    }

    private static <T> Optional<T> value(Annotation annotation, String member, Class<T> type) {
        try {
            Method method = annotation.annotationType().getDeclaredMethod(member);
            Object value = method.trySetAccessible() ? method.invoke(annotation) : null;
            return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
        } catch (ReflectiveOperationException e) {
            return Optional.empty(); // it has no such member
        }
    }
}
