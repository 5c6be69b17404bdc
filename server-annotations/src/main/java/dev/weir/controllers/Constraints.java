package dev.weir.controllers;

import dev.weir.annotations.internal.endpoint.ConstraintFinder;
import dev.weir.annotations.internal.validation.JakartaConstraints;
import dev.weir.json.JsonCodec;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.Objects;
import java.util.function.Function;

/**
 * Who checks the constraints of Jakarta Validation that stand on parameters, content and results of controllers.
 *
 * <p>Unless told otherwise it is the provider that is on the class path, Hibernate Validator say. What a request breaks is
 * answered with 422, all of it at once, by its names on the wire. Constraints that nobody checks are refused at start-up,
 * and where there are none, or no {@code jakarta.validation-api}, nothing is loaded.
 */
public final class Constraints {

    private static final String API = "jakarta.validation.Validator";

    private final Function<JsonCodec, ConstraintFinder> finder;

    private Constraints(Function<JsonCodec, ConstraintFinder> finder) {
        this.finder = finder;
    }

    /**
     * Has a validator of that factory check them: one with messages, or with constraint validators, of one's own. It stops
     * looking after a thousand violations, as the default one does.
     */
    @SuppressWarnings("exports") // who has a factory requires its module
    public static Constraints checkedByOneOf(ValidatorFactory factory) {
        Objects.requireNonNull(factory, "factory");
        return new Constraints(json -> JakartaConstraints.with(factory, json));
    }

    /**
     * Has that validator check them, as it is. Nobody can stop it after a thousand violations: it makes all of them before the
     * first hundred are told, which took more than nine minutes for a list of 690,000 wrong numbers in 2 MiB. So pass its
     * factory instead ({@link #checkedByOneOf}), have it made to fail fast, or keep such content small.
     */
    @SuppressWarnings("exports") // who has a validator requires its module
    public static Constraints checkedBy(Validator validator) {
        Objects.requireNonNull(validator, "validator");
        return new Constraints(json -> JakartaConstraints.with(validator, json));
    }

    /** Has nobody check them: what they say is for others. */
    public static Constraints unchecked() {
        return new Constraints(json -> ConstraintFinder.NONE);
    }

    /** Has the provider check them that is on the class path. */
    static Constraints byDefault() {
        return new Constraints(json -> hasApi() ? JakartaConstraints.withProvider(json) : ConstraintFinder.NONE);
    }

    private static boolean hasApi() {
        try {
            Class<?> api = Class.forName(API, false, Constraints.class.getClassLoader());
            return Constraints.class.getModule().canRead(api.getModule());
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Finds constraints. */
    ConstraintFinder finder(JsonCodec json) {
        return finder.apply(json);
    }
}
