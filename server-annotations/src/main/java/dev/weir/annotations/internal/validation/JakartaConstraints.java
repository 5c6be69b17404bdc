package dev.weir.annotations.internal.validation;

import dev.weir.annotations.internal.bind.Checks;
import dev.weir.annotations.internal.endpoint.ConstraintFinder;
import dev.weir.annotations.internal.endpoint.EndpointMethod;
import dev.weir.annotations.internal.faults.Fault;
import dev.weir.json.JsonCodec;
import jakarta.validation.ValidationException;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.lang.reflect.InaccessibleObjectException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds constraints of Jakarta Validation. A provider takes a while to load: the default one is made when the first method
 * turns out to need it. Used by one thread.
 */
public final class JakartaConstraints implements ConstraintFinder {

    private final JsonCodec names;

    private final boolean isConfiguredByFile = DefaultValidator.isConfiguredByFile();

    /** Texts of faults, which are the same for several methods if it is the class that is wrong. */
    private final Set<String> told = new HashSet<>();

    /** Empty until one is needed, or if there is none. */
    private Optional<Validator> validator;

    /** Whether it is known whether there is a provider. */
    private boolean isSettled;

    private JakartaConstraints(JsonCodec names, Optional<Validator> validator) {
        this.names = names;
        this.validator = validator;
        this.isSettled = validator.isPresent();
    }

    /** Has that validator check. */
    public static ConstraintFinder with(Validator validator, JsonCodec names) {
        return new JakartaConstraints(names, Optional.of(validator));
    }

    /** Has a validator of that factory check. */
    public static ConstraintFinder with(ValidatorFactory factory, JsonCodec names) {
        return new JakartaConstraints(names, Optional.of(DefaultValidator.of(factory)));
    }

    /** Has the provider check that is on the class path. */
    public static ConstraintFinder withProvider(JsonCodec names) {
        return new JakartaConstraints(names, Optional.empty());
    }

    @Override
    public Optional<Checks> find(EndpointMethod method, Consumer<Fault> faults) {
        Optional<String> first = ConstraintSearch.firstOf(method);
        if (first.isEmpty() && !isConfiguredByFile) {
            return Optional.empty();
        }
        if (!isSettled) {
            isSettled = true;
            validator = provider(method, first.orElse("what META-INF/validation.xml says"), faults);
        }
        return validator.flatMap(present -> find(present, method, faults));
    }

    private static Optional<Validator> provider(EndpointMethod method, String first, Consumer<Fault> faults) {
        try {
            return Optional.of(DefaultValidator.make());
        } catch (ValidationException e) {
            faults.accept(Fault.at(
                    method.place(),
                    "Nobody checks constraints, the first of which is " + first,
                    "The provider of Jakarta Validation is missing or does not start: " + e.getMessage()
                            + " Put one on the class path, org.hibernate.validator:hibernate-validator say, or have"
                            + " nothing checked: Controllers.builder().constraints(Constraints.unchecked())."));
            return Optional.empty();
        }
    }

    private Optional<Checks> find(Validator present, EndpointMethod method, Consumer<Fault> faults) {
        try {
            return new ConstraintReader(present, names, method).read();
        } catch (ValidationException | InaccessibleObjectException e) {
            if (told.add(String.valueOf(e.getMessage()))) {
                faults.accept(Fault.at(method.place(), "Constraint that can't be checked", e.getMessage() + "."));
            }
            return Optional.empty();
        }
    }
}
