package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.ExceptionHandler;
import dev.weir.annotations.FilteredBy;
import dev.weir.annotations.Status;
import dev.weir.annotations.internal.bind.Argument;
import dev.weir.annotations.internal.bind.ContextArgument;
import dev.weir.annotations.internal.faults.Fault;
import dev.weir.annotations.internal.faults.Place;
import dev.weir.annotations.internal.reflect.ControllerMethods;
import dev.weir.annotations.internal.reflect.Declared;
import dev.weir.annotations.internal.reflect.GenericTypes;
import dev.weir.annotations.internal.result.Representations;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the exception handlers of classes whose handlers stand side by side: one controller, or the application's. */
final class ExceptionMethodsReader {

    private final Toolbox tools;
    private final ExceptionMethods found = new ExceptionMethods();
    private final Map<Class<?>, Place> places = new HashMap<>();

    ExceptionMethodsReader(Toolbox tools) {
        this.tools = tools;
    }

    /** The handlers read so far, and those to come. */
    ExceptionMethods found() {
        return found;
    }

    /**
     * Reads a class.
     *
     * @param instance empty if it could not be made, which is a fault already told
     * @return how many methods carry the annotation
     */
    int read(Class<?> type, Optional<Object> instance) {
        ControllerMethods methods = new ControllerMethods(type);
        GenericTypes types = new GenericTypes(type);
        int count = 0;
        for (Method method : methods.all()) {
            if (methods.annotations(method).find(ExceptionHandler.class).isPresent()) {
                count++;
                read(type, method, methods, types, instance);
            }
        }
        return count;
    }

    private void read(
            Class<?> type, Method method, ControllerMethods methods, GenericTypes types, Optional<Object> instance) {
        Place place = Place.of(method, "@ExceptionHandler");
        Declared annotations = methods.annotations(method);
        if (!ControllerReader.isCallable(tools, method, place)) {
            return;
        }
        checkPurpose(place, annotations);
        List<Optional<Argument>> arguments = new ArrayList<>();
        List<Class<?>> handled = new ArrayList<>();
        for (ParameterSpec parameter : ControllerReader.parameters(methods, types, method)) {
            if (Throwable.class.isAssignableFrom(parameter.erased())) {
                handled.add(parameter.erased());
                arguments.add(Optional.empty());
            } else {
                part(parameter, place).ifPresent(part -> arguments.add(Optional.of(part)));
            }
        }
        Type resultType = types.resolve(method.getGenericReturnType());
        Optional<Representations> results = Results.ofExceptionHandler(tools, place, annotations, Declared.of(type))
                .of(resultType);
        boolean isForOne = isForOneType(handled, place);
        if (!isForOne || arguments.size() < method.getParameterCount() || results.isEmpty() || instance.isEmpty()) {
            return;
        }
        boolean saysStatus = annotations.find(Status.class).isPresent()
                || WholeResponse.find(resultType).isPresent();
        found.add(
                handled.get(0),
                new ExceptionMethod(
                        ControllerReader.handle(method).bindTo(instance.get()),
                        arguments,
                        results.get(),
                        resultType,
                        saysStatus,
                        place.signature()));
    }

    private void checkPurpose(Place place, Declared annotations) {
        if (!Verbs.of(annotations).isEmpty()) {
            fault(
                    place,
                    "Exception handler that is an endpoint too",
                    "It is called either for a request or for what was thrown. Drop one of the annotations.");
        }
        if (!annotations.findAll(FilteredBy.class).isEmpty()) {
            fault(
                    place,
                    "@FilteredBy on an exception handler",
                    "Filters stand before endpoints. Put it on the endpoint or on the class.");
        }
    }

    private Optional<Argument> part(ParameterSpec parameter, Place place) {
        Optional<Argument> part = ContextArgument.find(parameter.erased()).filter(context -> !context.readsContent());
        if (part.isEmpty()) {
            fault(
                    place,
                    "Parameter of an exception handler: " + parameter.text(),
                    "It takes the exception, the Request or a part of its head, nothing else.");
        }
        return part;
    }

    private boolean isForOneType(List<Class<?>> handled, Place place) {
        if (handled.size() != 1) {
            fault(
                    place,
                    "Exception handler with " + (handled.isEmpty() ? "no exception" : handled.size() + " exceptions"),
                    "Give it exactly one parameter that is a Throwable: its type says what is handled.");
            return false;
        }
        Place other = places.putIfAbsent(handled.get(0), place);
        if (other != null) {
            tools.faults()
                    .add(new Fault(
                            "Two exception handlers for " + handled.get(0).getSimpleName(),
                            List.of(other, place),
                            "Only one can be called. Drop one, or have it handle another type."));
        }
        return other == null;
    }

    private void fault(Place place, String title, String mend) {
        tools.faults().add(Fault.at(place, title, mend));
    }
}
