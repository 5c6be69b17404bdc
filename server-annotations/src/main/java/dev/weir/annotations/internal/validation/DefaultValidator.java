package dev.weir.annotations.internal.validation;

import jakarta.validation.Configuration;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.NoProviderFoundException;
import jakarta.validation.Validation;
import jakarta.validation.ValidationException;
import jakarta.validation.Validator;

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
        if (configuration.getBootstrapConfiguration().getMessageInterpolatorClassName() != null) {
            return configuration.buildValidatorFactory().getValidator();
        }
        BoundedValues.addTo(configuration);
        return configuration
                .messageInterpolator(ViolationLimit.counting(messages(configuration)))
                .buildValidatorFactory()
                .getValidator();
    }

    private static MessageInterpolator messages(Configuration<?> configuration) {
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
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            Object plain = Class.forName(WITHOUT_EXPRESSIONS, true, loader)
                    .getConstructor()
                    .newInstance();
            return (MessageInterpolator) plain;
        } catch (ReflectiveOperationException | LinkageError e) {
            failure.addSuppressed(e);
            throw failure;
        }
    }
}
