package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.bind.PartSettings;
import dev.weir.annotations.internal.convert.Converter;
import dev.weir.annotations.internal.convert.Converters;
import dev.weir.annotations.internal.faults.Fault;
import dev.weir.annotations.internal.faults.Place;
import dev.weir.json.JsonCodec;
import dev.weir.json.JsonReadException;
import dev.weir.routing.Route;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes routes of controllers and collects what is wrong with them; used by one thread, once. */
public final class ControllerCompiler {

    private final Toolbox tools;
    private final Set<Class<?>> seen = new HashSet<>();
    private final List<EndpointRoute> routes = new ArrayList<>();
    private final InstanceMaker maker;
    private final Surroundings surroundings;

    /**
     * A compiler.
     *
     * @param json reads content and writes results
     * @param own converters that go before those built in
     * @param constraints finds what arguments and results have to hold
     * @param parts how parts of forms are read
     * @param instances makes controllers and filters of which there is only the class
     */
    public ControllerCompiler(
            JsonCodec json,
            Map<Class<?>, Converter> own,
            ConstraintFinder constraints,
            PartSettings parts,
            Function<Class<?>, Object> instances) {
        this.tools = new Toolbox(new Converters(own, constant -> jsonName(json, constant)), json, constraints, parts);
        this.maker = new InstanceMaker(tools.faults(), instances);
        this.surroundings = new Surroundings(tools, maker);
    }

    /** The name that a constant has in JSON, or its own if it has none that is text. */
    private static String jsonName(JsonCodec json, Enum<?> constant) {
        try {
            byte[] text = json.writer(constant.getDeclaringClass()).write(constant);
            return String.valueOf(json.reader(String.class).read(text));
        } catch (JsonReadException e) {
            return constant.name();
        }
    }

    /** Adds the exception handlers of an object, which are for all controllers; before any controller. */
    public void addExceptionHandlers(Object instance) {
        surroundings.addExceptionHandlers(instance);
    }

    /** Adds a controller. */
    public void add(Object instance) {
        if (isNew(instance.getClass())) {
            read(instance.getClass(), Optional.of(instance));
        }
    }

    /** Adds a controller that is still to be made. */
    public void add(Class<?> type) {
        if (isNew(type)) {
            read(type, maker.make(type, Place.of(type), "Controller that can't be made"));
        }
    }

    private boolean isNew(Class<?> type) {
        if (!seen.add(type)) {
            fault(Fault.at(
                    Place.of(type), "Controller given twice", "Its routes would be ambiguous. Leave one of them out."));
            return false;
        }
        return true;
    }

    private void read(Class<?> type, Optional<Object> instance) {
        routes.addAll(new ControllerReader(tools, surroundings, type, instance).read());
    }

    /** Adds a fault that was found elsewhere. */
    public void fault(Fault fault) {
        tools.faults().add(fault);
    }

    /** Everything that is wrong: first what controllers do to each other, then each by itself. */
    public List<Fault> faults() {
        List<Fault> all = new ArrayList<>(RouteConflicts.in(routes));
        all.addAll(tools.faults());
        return all;
    }

    /** What was thrown while controllers and filters were made. */
    public List<Throwable> causes() {
        return maker.causes();
    }

    /** The routes, if there are no faults. */
    public List<Route> routes() {
        return EndpointRoute.toRoutes(routes);
    }
}
