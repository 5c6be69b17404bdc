package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.bind.Checks;
import dev.weir.annotations.internal.faults.Fault;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds what arguments and results have to hold; asked once for each endpoint, while controllers are read. */
@FunctionalInterface
public interface ConstraintFinder {

    /** Finds none. */
    ConstraintFinder NONE = (method, faults) -> Optional.empty();

    /**
     * The constraints of a method; empty if it has none, so that none are asked for with each request.
     *
     * @param faults takes what is wrong with them
     */
    Optional<Checks> find(EndpointMethod method, Consumer<Fault> faults);
}
