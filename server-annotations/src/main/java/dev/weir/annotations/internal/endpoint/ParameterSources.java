package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.bind.Argument;
import dev.weir.annotations.internal.bind.ContextArgument;
import dev.weir.annotations.internal.bind.PartReaderArgument;
import dev.weir.annotations.internal.bind.PartSource;
import dev.weir.annotations.internal.bind.PathSource;
import dev.weir.annotations.internal.bind.ValueSource;
import dev.weir.annotations.internal.faults.Fault;
import dev.weir.annotations.internal.faults.Place;
import dev.weir.annotations.internal.reflect.GenericTypes;
import dev.weir.http.Cookie;
import dev.weir.http.Headers;
import dev.weir.multipart.MultipartReader;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds where a parameter or a component comes from, as far as it tells so itself: an annotation wins, then a path
 * variable of the same name, then a type that is part of a request.
 */
final class ParameterSources {

    private final Toolbox tools;
    private final Place place;
    private final PathVariables variables;
    private final ContentConsumers consumers;
    private final TextArguments texts;
    private final ContentArguments contents;
    private final PartArguments parts;
    private final AttributeArguments attributes;
    private final RecordArguments records;

    /** What takes text, components of records included, in the order found. */
    private final List<TextInput> inputs = new ArrayList<>();

    /** What takes parts of a form, likewise. */
    private final List<PartInput> partInputs = new ArrayList<>();

    ParameterSources(Toolbox tools, Place place, PathVariables variables, ContentConsumers consumers) {
        this.tools = tools;
        this.place = place;
        this.variables = variables;
        this.consumers = consumers;
        this.texts = new TextArguments(tools, place);
        this.contents = new ContentArguments(tools, place);
        this.parts = new PartArguments(tools, place, consumers);
        this.attributes = new AttributeArguments(tools, place);
        this.records = new RecordArguments(tools, place, this);
    }

    /**
     * What became of a parameter that has a source.
     *
     * @param argument empty if there is a fault
     * @param sources the texts that it takes
     */
    record Found(Optional<Argument> argument, List<ValueSource> sources) {

        static final Found FAULT = new Found(Optional.empty(), List.of());

        static Found of(Optional<Argument> argument) {
            return new Found(argument, List.of());
        }
    }

    /** Components that belong to records and have no source. */
    List<ParameterSpec> unsourcedComponents() {
        return records.unsourced();
    }

    /** Whatever takes text so far. */
    List<TextInput> inputs() {
        return inputs;
    }

    /** Whatever takes parts of a form so far. */
    List<PartInput> partInputs() {
        return partInputs;
    }

    /** What the parameter becomes; empty if it tells of no source. */
    Optional<Found> find(ParameterSpec parameter) {
        List<Source> sources = Source.allOf(parameter);
        if (sources.size() > 1) {
            return Optional.of(twoSources(parameter, sources));
        }
        if (sources.size() == 1) {
            return Optional.of(explicit(parameter, sources.get(0)));
        }
        Optional<String> variable = parameter.name().filter(variables::has);
        if (variable.isPresent()) {
            return Optional.of(path(parameter, variable.get()));
        }
        return contextArgument(parameter).map(found -> context(parameter, found));
    }

    private Optional<Argument> contextArgument(ParameterSpec parameter) {
        if (parameter.erased() == MultipartReader.class) {
            return Optional.of(new PartReaderArgument(tools.parts()));
        }
        return isCookies(parameter.type())
                ? Optional.of(ContextArgument.cookies())
                : ContextArgument.find(parameter.erased());
    }

    private static boolean isCookies(Type type) {
        return GenericTypes.erased(type) == List.class && GenericTypes.argument(type, 0) == Cookie.class;
    }

    private Found twoSources(ParameterSpec parameter, List<Source> sources) {
        List<String> names = sources.stream().map(Source::text).toList();
        fault("Two sources for parameter " + parameter.text(), "It has " + String.join(" and ", names) + ". Keep one.");
        sources.stream()
                .filter(source -> source.kind() == Source.Kind.PATH)
                .forEach(source -> source.wireName(parameter).ifPresent(variables::bind));
        return Found.FAULT;
    }

    private Found explicit(ParameterSpec parameter, Source source) {
        if (parameter.separator().isPresent() && !source.isText()) {
            fault(
                    "@Split beside " + source.text() + ": " + parameter.text(),
                    "It splits text with a name. Drop the @Split.");
            return Found.FAULT;
        }
        return switch (source.kind()) {
            case BODY -> Found.of(content(parameter));
            case PARAMS -> records.find(parameter);
            case PATH, QUERY, HEADER, COOKIE, FORM, PART, ATTRIBUTE -> named(parameter, source);
        };
    }

    private Found named(ParameterSpec parameter, Source source) {
        Optional<String> name = source.wireName(parameter);
        if (name.isEmpty()) {
            fault(
                    "Name of a parameter is missing: " + parameter.text(),
                    "The class file has no parameter names. Compile with -parameters, or write the name into the annotation.");
            return Found.FAULT;
        }
        if (source.kind() == Source.Kind.PATH) {
            return path(parameter, name.get());
        }
        if (source.kind() == Source.Kind.HEADER && !isFieldName(name.get())) {
            fault("Malformed field name \"" + name.get() + "\"", "A field name has no blanks, colons or the like.");
            return Found.FAULT;
        }
        if (source.kind() == Source.Kind.ATTRIBUTE) {
            return Found.of(attributes.argument(parameter, name.get()));
        }
        if (source.kind() == Source.Kind.PART) {
            PartSource part = new PartSource(name.get());
            Optional<Argument> argument = parts.argument(parameter, part);
            argument.ifPresent(found -> partInputs.add(new PartInput(new TextInput(parameter, part), found)));
            return new Found(argument, List.of(part));
        }
        if (source.kind() == Source.Kind.FORM) {
            consumers.addField(parameter);
        }
        return text(parameter, source.values(name.get()));
    }

    private Found path(ParameterSpec parameter, String name) {
        return variables.take(name, parameter) ? text(parameter, new PathSource(name)) : Found.FAULT;
    }

    private Found text(ParameterSpec parameter, ValueSource source) {
        inputs.add(new TextInput(parameter, source));
        return new Found(texts.argument(parameter, source), List.of(source));
    }

    private Found context(ParameterSpec parameter, Argument context) {
        if (parameter.defaultValue().isPresent()) {
            fault("@DefaultValue on " + parameter.text(), "Every request has one. Drop the @DefaultValue.");
        }
        if (parameter.separator().isPresent()) {
            fault("@Split on " + parameter.text(), "It splits text with a name. Drop the @Split.");
        }
        if (context.readsContent() && !isContentAllowed(parameter)) {
            return Found.FAULT;
        }
        if (context.readsContent()) {
            consumers.add(parameter);
        }
        return Found.of(Optional.of(context));
    }

    /** The argument that takes the content, unless there is a fault. */
    Optional<Argument> content(ParameterSpec parameter) {
        if (!isContentAllowed(parameter)) {
            return Optional.empty();
        }
        consumers.add(parameter);
        return contents.argument(parameter);
    }

    private boolean isContentAllowed(ParameterSpec parameter) {
        if (parameter.owner().isPresent()) {
            fault(
                    "Content in a @Params record: " + parameter.text(),
                    "It is read after everything else held. Make it a parameter of the method.");
        }
        return parameter.owner().isEmpty();
    }

    private static boolean isFieldName(String name) {
        try {
            return !Headers.of(name, "").isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void fault(String title, String mend) {
        tools.faults().add(Fault.at(place, title, mend));
    }
}
