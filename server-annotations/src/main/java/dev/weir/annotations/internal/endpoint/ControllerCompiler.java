package dev.weir.annotations.internal.endpoint;

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
    private final List<Throwable> causes = new ArrayList<>();

    /**
     * A compiler.
     *
     * @param json reads content and writes results
     * @param own converters that go before those built in
     */
    public ControllerCompiler(JsonCodec json, Map<Class<?>, Converter> own) {
        this.tools = new Toolbox(new Converters(own, constant -> jsonName(json, constant)), json);
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

    /** Adds a controller. */
    public void add(Object instance) {
        add(instance.getClass(), type -> instance);
    }

    /** Adds a controller that someone makes. */
    public void add(Class<?> type, Function<Class<?>, Object> instances) {
        if (!seen.add(type)) {
            fault(Fault.at(
                    Place.of(type), "Controller given twice", "Its routes would be ambiguous. Leave one of them out."));
            return;
        }
        routes.addAll(new ControllerReader(tools, type, instance(type, instances)).read());
    }

    private Optional<Object> instance(Class<?> type, Function<Class<?>, Object> instances) {
        Object instance;
        try {
            instance = instances.apply(type);
        } catch (Instances.NotMadeException e) {
            return notMade(type, e.getMessage(), Optional.ofNullable(e.getCause()));
        } catch (RuntimeException e) {
            return notMade(type, "Whoever was to make it threw " + e + ".", Optional.of(e));
        }
        if (!type.isInstance(instance)) {
            String found =
                    instance == null ? "null" : "a " + instance.getClass().getName();
            return notMade(type, "Whoever was to make it returned " + found + ".", Optional.empty());
        }
        return Optional.of(instance);
    }

    private Optional<Object> notMade(Class<?> type, String mend, Optional<Throwable> cause) {
        fault(Fault.at(Place.of(type), "Controller that can't be made", mend));
        cause.ifPresent(causes::add);
        return Optional.empty();
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

    /** What was thrown while controllers were made. */
    public List<Throwable> causes() {
        return List.copyOf(causes);
    }

    /** The routes, if there are no faults. */
    public List<Route> routes() {
        return EndpointRoute.toRoutes(routes);
    }
}
