package dev.weir.annotations.internal.reflect;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The annotations of a class, method or parameter, with those of what it overrides.
 *
 * @param elements itself first
 * @param types the types they have, for annotations that stand on those
 */
public record Declared(List<? extends AnnotatedElement> elements, List<AnnotatedType> types) {

    /** A class, with its superclasses and interfaces. */
    public static Declared of(Class<?> type) {
        return new Declared(Hierarchy.of(type), List.of());
    }

    /** A component of a record, with the parameter of its canonical constructor. */
    public static Declared of(RecordComponent component, Parameter parameter) {
        return new Declared(
                List.of(component, parameter), List.of(component.getAnnotatedType(), parameter.getAnnotatedType()));
    }

    /** The first annotation of that type, on an element itself or on an annotation there. */
    public <A extends Annotation> Optional<A> find(Class<A> type) {
        for (AnnotatedElement element : elements) {
            Optional<A> found = find(element, type, new HashSet<>());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** All annotations of that type on the first element that has any, on an element itself or on annotations there. */
    public <A extends Annotation> List<A> all(Class<A> type) {
        for (AnnotatedElement element : elements) {
            List<A> found = new ArrayList<>();
            collect(element, type, new HashSet<>(), found);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static <A extends Annotation> void collect(
            AnnotatedElement element, Class<A> type, Set<Class<?>> seen, List<A> found) {
        found.addAll(List.of(element.getDeclaredAnnotationsByType(type)));
        for (Annotation each : element.getDeclaredAnnotations()) {
            Class<? extends Annotation> composed = each.annotationType();
            if (mayBeComposed(composed) && seen.add(composed)) {
                collect(composed, type, seen, found);
            }
        }
    }

    private static <A extends Annotation> Optional<A> find(
            AnnotatedElement element, Class<A> type, Set<Class<?>> seen) {
        A direct = element.getDeclaredAnnotation(type);
        if (direct != null) {
            return Optional.of(direct);
        }
        for (Annotation each : element.getDeclaredAnnotations()) {
            Class<? extends Annotation> composed = each.annotationType();
            if (mayBeComposed(composed) && seen.add(composed)) {
                Optional<A> found = find(composed, type, seen);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /**
     * All annotations of that type, repeated ones too: a list, in the order written, for each element or annotation on
     * which they stand.
     */
    public <A extends Annotation> List<List<A>> findAll(Class<A> type) {
        List<List<A>> found = new ArrayList<>();
        Set<Class<?>> seen = new HashSet<>();
        for (AnnotatedElement element : elements) {
            addAll(element, type, seen, found);
        }
        return found;
    }

    private static <A extends Annotation> void addAll(
            AnnotatedElement element, Class<A> type, Set<Class<?>> seen, List<List<A>> found) {
        List<A> direct = List.of(element.getDeclaredAnnotationsByType(type));
        if (!direct.isEmpty()) {
            found.add(direct);
        }
        for (Annotation each : element.getDeclaredAnnotations()) {
            Class<? extends Annotation> composed = each.annotationType();
            if (mayBeComposed(composed) && seen.add(composed)) {
                addAll(composed, type, seen, found);
            }
        }
    }

    /** Those of the JDK and our own are made of no others; to look would cost a class for each annotation there. */
    private static boolean mayBeComposed(Class<? extends Annotation> type) {
        String place = type.getPackageName();
        return !place.startsWith("java.") && !place.equals("dev.weir.annotations");
    }

    /** Whether null is declared to be possible, by an annotation of any library that is named so. */
    public boolean isNullable() {
        return elements.stream().anyMatch(Declared::hasNullable)
                || types.stream().anyMatch(Declared::hasNullable);
    }

    private static boolean hasNullable(AnnotatedElement element) {
        for (Annotation annotation : element.getAnnotations()) {
            if (annotation.annotationType().getSimpleName().equals("Nullable")) {
                return true;
            }
        }
        return false;
    }
}
