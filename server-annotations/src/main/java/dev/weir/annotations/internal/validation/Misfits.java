package dev.weir.annotations.internal.validation;

import dev.weir.annotations.internal.reflect.GenericTypes;
import jakarta.validation.ConstraintDeclarationException;
import jakarta.validation.ConstraintDefinitionException;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ValidationException;
import jakarta.validation.Validator;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.validation.metadata.ContainerDescriptor;
import jakarta.validation.metadata.ElementDescriptor;
import jakarta.validation.metadata.ParameterDescriptor;
import jakarta.validation.metadata.PropertyDescriptor;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds constraints that do not fit the type they stand on. A provider tells so only when it comes to check one; so where
 * nothing that could check a constraint takes the type, it is asked to, with values that stand for nothing. Constraints that
 * fit are not tried. Used once.
 */
final class Misfits {

    private final Validator validator;
    private final Set<Class<?>> seen = new HashSet<>();

    Misfits(Validator validator) {
        this.validator = validator;
    }

    /**
     * Looks at the parameters of a method.
     *
     * @throws ValidationException if a constraint does not fit
     */
    void in(Object controller, Method method, List<ParameterDescriptor> parameters) {
        if (parameters.stream().anyMatch(Misfits::mayNotFit)) {
            Object[] samples = new Object[method.getParameterCount()];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = Samples.of(method.getParameterTypes()[i]);
            }
            attempt(() -> validator.forExecutables().validateParameters(controller, method, samples));
        }
    }

    /**
     * Looks at what is validated in values of a type.
     *
     * @throws ValidationException if a constraint does not fit
     */
    void inside(Type type) {
        GenericTypes.classes(type).forEach(this::bean);
    }

    private void bean(Class<?> type) {
        if (type.isPrimitive() || type.getName().startsWith("java.") || !seen.add(type)) {
            return;
        }
        for (PropertyDescriptor property :
                validator.getConstraintsForClass(type).getConstrainedProperties()) {
            String name = property.getPropertyName();
            if (mayNotFit(property)) {
                Object sample = Samples.of(property.getElementClass());
                attempt(() -> validator.validateValue(type, name, sample));
            }
            if (ConstraintReader.isCascaded(property)) {
                inside(PropertyTypes.of(type, name));
            }
        }
        Bases.kinds(type).forEach(this::bean);
    }

    private static void attempt(Runnable check) {
        try {
            check.run();
        } catch (ConstraintDeclarationException | ConstraintDefinitionException e) {
            throw e;
        } catch (RuntimeException e) {
            // the values are none that a request could bring
        }
    }

    private static <D extends ElementDescriptor & ContainerDescriptor> boolean mayNotFit(D descriptor) {
        return descriptor.getConstraintDescriptors().stream()
                        .anyMatch(constraint -> mayNotFit(constraint, descriptor.getElementClass()))
                || descriptor.getConstrainedContainerElementTypes().stream().anyMatch(Misfits::mayNotFit);
    }

    private static boolean mayNotFit(ConstraintDescriptor<?> constraint, Class<?> type) {
        List<? extends Class<? extends ConstraintValidator<?, ?>>> classes = constraint.getConstraintValidatorClasses();
        Class<?> boxed = MethodType.methodType(type).wrap().returnType();
        boolean isTaken = classes.isEmpty()
                || classes.stream().anyMatch(each -> taken(each).isAssignableFrom(boxed));
        return !isTaken || constraint.getComposingConstraints().stream().anyMatch(part -> mayNotFit(part, type));
    }

    /** What a validator takes. */
    private static Class<?> taken(Class<?> each) {
        return GenericTypes.erased(
                new GenericTypes(each).resolve(ConstraintValidator.class.getTypeParameters()[1]));
    }
}
