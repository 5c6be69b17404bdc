package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.FilteredBy;
import dev.weir.annotations.internal.faults.Fault;
import dev.weir.annotations.internal.faults.Place;
import dev.weir.annotations.internal.reflect.Declared;
import dev.weir.routing.Filter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the filters before each endpoint; each class of them is made once, for all controllers together. */
final class EndpointFilters {

    private final Toolbox tools;
    private final InstanceMaker maker;
    private final Map<Class<?>, Optional<Filter>> made = new HashMap<>();

    EndpointFilters(Toolbox tools, InstanceMaker maker) {
        this.tools = tools;
        this.maker = maker;
    }

    /**
     * One annotation.
     *
     * @param group the same for those of which the order is written
     */
    private record Use(Class<? extends Filter> type, int order, Place place, int group) {}

    /** The filters of a method, the first outermost, unless there is a fault. */
    Optional<List<Filter>> before(Class<?> controller, Place method, Declared onMethod) {
        List<Use> uses = uses(Place.of(controller), Declared.of(controller));
        uses.addAll(uses(method, onMethod));
        // Stable, so that those of the class stay before those of the method.
        uses.sort(Comparator.comparingInt(Use::order));
        boolean isRight = isOrdered(uses) & isWithoutRepetition(uses, method);
        List<Filter> filters = new ArrayList<>();
        for (Use use : uses) {
            made.computeIfAbsent(use.type, type -> make(use)).ifPresent(filters::add);
        }
        return isRight && filters.size() == uses.size() ? Optional.of(filters) : Optional.empty();
    }

    /** Those of a class or method; what is restated, of an interface say, counts once. */
    private static List<Use> uses(Place place, Declared annotations) {
        List<Use> uses = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        int group = 0;
        for (List<FilteredBy> together : annotations.findAll(FilteredBy.class)) {
            Set<List<Object>> here = new HashSet<>();
            for (FilteredBy each : together) {
                List<Object> key = List.of(each.value(), each.order());
                here.add(key);
                if (!seen.contains(key)) {
                    uses.add(new Use(each.value(), each.order(), place, group));
                }
            }
            seen.addAll(here);
            group++;
        }
        return uses;
    }

    private boolean isOrdered(List<Use> uses) {
        boolean isOrdered = true;
        for (int i = 1; i < uses.size(); i++) {
            Use before = uses.get(i - 1);
            Use after = uses.get(i);
            if (before.order == after.order && before.place.equals(after.place) && before.group != after.group) {
                fault(
                        after.place,
                        "Filters without an order: " + before.type.getSimpleName() + " and "
                                + after.type.getSimpleName(),
                        "Both have order " + after.order + ", and they are not written in one place."
                                + " Give one of them another order.");
                isOrdered = false;
            }
        }
        return isOrdered;
    }

    private boolean isWithoutRepetition(List<Use> uses, Place method) {
        Set<Class<?>> seen = new HashSet<>();
        boolean isWithout = true;
        for (Use use : uses) {
            if (!seen.add(use.type)) {
                fault(
                        method,
                        "Filter twice before one endpoint: " + use.type.getSimpleName(),
                        "It would run twice for each request. Drop one @FilteredBy, on the method or on the class.");
                isWithout = false;
            }
        }
        return isWithout;
    }

    private Optional<Filter> make(Use use) {
        String title = "Filter that can't be made: " + use.type.getSimpleName();
        return maker.make(use.type, use.place, title).map(Filter.class::cast);
    }

    private void fault(Place place, String title, String mend) {
        tools.faults().add(Fault.at(place, title, mend));
    }
}
