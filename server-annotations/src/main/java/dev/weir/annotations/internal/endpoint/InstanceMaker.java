package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.faults.Fault;
import dev.weir.annotations.internal.faults.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Has instances made by whoever does that, and tells of those that are not. */
final class InstanceMaker {

    private final Collection<Fault> faults;
    private final Function<Class<?>, Object> instances;
    private final List<Throwable> causes = new ArrayList<>();

    /** A maker that adds to those faults. */
    InstanceMaker(Collection<Fault> faults, Function<Class<?>, Object> instances) {
        this.faults = faults;
        this.instances = instances;
    }

    /** An instance; else a fault of that title at that place. */
    Optional<Object> make(Class<?> type, Place place, String title) {
        Object instance;
        try {
            instance = instances.apply(type);
        } catch (Instances.NotMadeException e) {
            Optional.ofNullable(e.getCause()).ifPresent(causes::add);
            return notMade(place, title, e.getMessage());
        } catch (RuntimeException e) {
            causes.add(e);
            return notMade(place, title, "Whoever was to make it threw " + e + ".");
        }
        if (!type.isInstance(instance)) {
            String found =
                    instance == null ? "null" : "a " + instance.getClass().getName();
            return notMade(place, title, "Whoever was to make it returned " + found + ".");
        }
        return Optional.of(instance);
    }

    private Optional<Object> notMade(Place place, String title, String mend) {
        faults.add(Fault.at(place, title, mend));
        return Optional.empty();
    }

    /** What was thrown so far. */
    List<Throwable> causes() {
        return List.copyOf(causes);
    }
}
