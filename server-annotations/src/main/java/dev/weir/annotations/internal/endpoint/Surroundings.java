package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.faults.Fault;
import dev.weir.annotations.internal.faults.Place;
import dev.weir.annotations.internal.reflect.Declared;
import dev.weir.routing.Handler;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What stands around endpoints, for all controllers: filters, and handlers of what is thrown. */
final class Surroundings {

    private final Toolbox tools;
    private final EndpointFilters filters;
    private final ExceptionMethodsReader common;

    Surroundings(Toolbox tools, InstanceMaker maker) {
        this.tools = tools;
        this.filters = new EndpointFilters(tools, maker);
        this.common = new ExceptionMethodsReader(tools);
    }

    /** Adds exception handlers for all controllers. */
    void addExceptionHandlers(Object instance) {
        Class<?> type = instance.getClass();
        if (common.read(type, Optional.of(instance)) == 0) {
            tools.faults()
                    .add(Fault.at(
                            Place.of(type),
                            "No exception handlers",
                            "No method carries @ExceptionHandler. Annotate one, or leave the class out."));
        }
    }

    /** What handles the exceptions of a controller. */
    ExceptionGuard guard(Class<?> controller, Optional<Object> instance) {
        ExceptionMethodsReader own = new ExceptionMethodsReader(tools);
        own.read(controller, instance);
        return new ExceptionGuard(own.found(), common.found());
    }

    /** Puts what belongs there around the endpoint of a method with results of that type, unless there is a fault. */
    Optional<UnaryOperator<Handler>> of(
            Class<?> controller, Place place, Declared method, ExceptionGuard guard, Type result) {
        return filters.before(controller, place, method).map(found -> {
            UnaryOperator<Handler> around = endpoint -> guard.around(found, endpoint);
            return found.isEmpty() || !Results.isReadFromSource(result) ? around : SourceScope.around(around);
        });
    }
}
