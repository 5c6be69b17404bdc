package dev.weir.annotations.internal.validation;

import jakarta.validation.Configuration;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.NoProviderFoundException;
import jakarta.validation.Validation;
import jakarta.validation.ValidationException;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorContext;
import jakarta.validation.ValidatorFactory;

/**
 * The validator of the provider that is on the class path. Hibernate Validator wants an implementation of Jakarta Expression
 * Language beside it; where there is none it is told to do without, for only messages with {@code ${…}} need one.
 */
final class DefaultValidator {

    private static final String WITHOUT_EXPRESSIONS =
            "org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator";

    private DefaultValidator() {}

    /** Whether a file says more of constraints than annotations do. */
    static boolean isConfiguredByFile() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return loader != null && loader.getResource("META-INF/validation.xml") != null;
    }

    /**
     * Makes it.
     *
     * @throws ValidationException if there is no provider, or it does not start
     */
    static Validator make() {
        Configuration<?> configuration =
                Validation.byDefaultProvider().configure().addValueExtractor(new PatchedValue());
        BoundedValues.all(configuration).forEach(configuration::addValueExtractor);
        return configuration
                .messageInterpolator(ViolationLimit.counting(messages(configuration)))
                .buildValidatorFactory()
                .getValidator();
    }

    /** Makes one of a factory of the application's, with all that the factory has but within the limit of violations. */
    static Validator of(ValidatorFactory factory) {
        ValidatorContext context = factory.usingContext().addValueExtractor(new PatchedValue());
        BoundedValues.all(factory).forEach(context::addValueExtractor);
        return context.messageInterpolator(ViolationLimit.counting(factory.getMessageInterpolator()))
                .getValidator();
    }

    private static MessageInterpolator messages(Configuration<?> configuration) {
        String named = configuration.getBootstrapConfiguration().getMessageInterpolatorClassName();
        return named == null ? defaultMessages(configuration) : instance(named);
    }

    private static MessageInterpolator defaultMessages(Configuration<?> configuration) {
        try {
            return configuration.getDefaultMessageInterpolator();
        } catch (NoProviderFoundException e) {
            throw e;
        } catch (ValidationException e) {
            return new WithoutExpressions(withoutExpressions(e));
        }
    }

    private static MessageInterpolator withoutExpressions(ValidationException failure) {
        try {
            return instance(WITHOUT_EXPRESSIONS);
        } catch (ValidationException e) {
            failure.addSuppressed(e);
            throw failure;
        }
    }

    private static MessageInterpolator instance(String name) {
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            Object made = Class.forName(name, true, loader).getConstructor().newInstance();
            return (MessageInterpolator) made;
        } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
            throw new ValidationException(
                    "message interpolator: " + name + " (expected: a public class with a constructor of no parameters)",
                    e);
        }
    }
}
