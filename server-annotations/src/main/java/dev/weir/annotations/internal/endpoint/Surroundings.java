package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.faults.Place;
import dev.weir.annotations.internal.reflect.Declared;
import dev.weir.routing.Filter;
import dev.weir.routing.Handler;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What stands around endpoints, for all controllers. */
final class Surroundings {

    private final EndpointFilters filters;

    Surroundings(Toolbox tools, InstanceMaker maker) {
        this.filters = new EndpointFilters(tools, maker);
    }

    /** Puts what belongs there around the endpoint of a method, unless there is a fault. */
    Optional<UnaryOperator<Handler>> of(Class<?> controller, Place place, Declared method) {
        return filters.before(controller, place, method).map(found -> endpoint -> Filter.chain(found, endpoint));
    }
}
