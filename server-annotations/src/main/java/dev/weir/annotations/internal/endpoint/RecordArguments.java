package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.bind.Argument;
import dev.weir.annotations.internal.bind.RecordArgument;
import dev.weir.annotations.internal.bind.ValueSource;
import dev.weir.annotations.internal.faults.Fault;
import dev.weir.annotations.internal.faults.Place;
import dev.weir.annotations.internal.reflect.Declared;
import dev.weir.annotations.internal.reflect.GenericTypes;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes arguments of the records that group several parameters of one method; used once. */
final class RecordArguments {

    private final Toolbox tools;
    private final Place place;
    private final ParameterSources sources;

    /** The records that are being read, each a component of the one before. */
    private final Deque<Class<?>> open = new ArrayDeque<>();

    private final List<ParameterSpec> unsourced = new ArrayList<>();

    RecordArguments(Toolbox tools, Place place, ParameterSources sources) {
        this.tools = tools;
        this.place = place;
        this.sources = sources;
    }

    /** Components of which nothing tells where they come from. */
    List<ParameterSpec> unsourced() {
        return unsourced;
    }

    /** What the parameter becomes. */
    ParameterSources.Found find(ParameterSpec parameter) {
        Class<?> type = parameter.erased();
        if (!type.isRecord()) {
            fault(
                    "@Params on no record: " + parameter.text(),
                    "It groups what the components of a record say. Make the type a record, or drop the @Params.");
            return ParameterSources.Found.FAULT;
        }
        if (parameter.defaultValue().isPresent() || parameter.isNullable()) {
            fault(
                    (parameter.isNullable() ? "Nullable" : "@DefaultValue on") + " @Params " + parameter.text(),
                    "The record is always made. Say of each component what it is when the request does not give it.");
            return ParameterSources.Found.FAULT;
        }
        if (open.contains(type)) {
            String way = Stream.concat(Stream.of(type), open.stream())
                    .map(Class::getSimpleName)
                    .collect(Collectors.joining(" in "));
            fault(
                    "@Params record that contains itself: " + parameter.text(),
                    "There is no end to " + way + ". Take the component out.");
            return ParameterSources.Found.FAULT;
        }
        Optional<Constructor<?>> constructor = constructor(type);
        if (constructor.isEmpty()) {
            return ParameterSources.Found.FAULT;
        }
        open.push(type);
        ParameterSources.Found found = read(parameter, constructor.get());
        open.pop();
        return found;
    }

    private ParameterSources.Found read(ParameterSpec parameter, Constructor<?> constructor) {
        GenericTypes types = new GenericTypes(parameter.type());
        RecordComponent[] components = parameter.erased().getRecordComponents();
        List<Argument> arguments = new ArrayList<>();
        List<ValueSource> texts = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            ParameterSpec component = new ParameterSpec(
                    types.resolve(components[i].getGenericType()),
                    Optional.of(components[i].getName()),
                    Declared.of(components[i], constructor.getParameters()[i]),
                    Optional.of(parameter.erased()));
            Optional<ParameterSources.Found> found = sources.find(component);
            if (found.isEmpty()) {
                unsourced.add(component);
            }
            found.flatMap(ParameterSources.Found::argument).ifPresent(arguments::add);
            found.ifPresent(there -> texts.addAll(there.sources()));
        }
        return arguments.size() < components.length
                ? ParameterSources.Found.FAULT
                : new ParameterSources.Found(
                        Optional.of(new RecordArgument(handle(constructor), arguments, texts)), texts);
    }

    private Optional<Constructor<?>> constructor(Class<?> type) {
        Class<?>[] parameters = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        Constructor<?> constructor;
        try {
            constructor = type.getDeclaredConstructor(parameters);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " (expected: a record, which has a canonical constructor)", e);
        }
        if (!constructor.trySetAccessible()) {
            fault(
                    "@Params record that can't be made: " + type.getSimpleName(),
                    "Module " + type.getModule().getName() + " has to open it: opens " + type.getPackageName()
                            + " to dev.weir.annotations;");
            return Optional.empty();
        }
        return Optional.of(constructor);
    }

    private static MethodHandle handle(Constructor<?> constructor) {
        try {
            return MethodHandles.lookup().unreflectConstructor(constructor).asFixedArity();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(constructor + " (expected: accessible)", e);
        }
    }

    private void fault(String title, String mend) {
        tools.faults().add(Fault.at(place, title, mend));
    }
}
