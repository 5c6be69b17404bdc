package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.FilteredBy;
import dev.weir.annotations.internal.bind.Argument;
import dev.weir.annotations.internal.bind.Arguments;
import dev.weir.annotations.internal.bind.Checks;
import dev.weir.annotations.internal.bind.PartArgument;
import dev.weir.annotations.internal.bind.PartReaderArgument;
import dev.weir.annotations.internal.bind.RawContent;
import dev.weir.annotations.internal.description.ContentDescription;
import dev.weir.annotations.internal.description.EndpointDescription;
import dev.weir.annotations.internal.description.InputDescription;
import dev.weir.annotations.internal.description.OutputDescription;
import dev.weir.annotations.internal.description.PartDescription;
import dev.weir.annotations.internal.reflect.Declared;
import dev.weir.annotations.internal.reflect.GenericTypes;
import dev.weir.http.Headers;
import dev.weir.http.HttpException;
import dev.weir.http.MediaType;
import dev.weir.http.Method;
import dev.weir.http.RequestContent;
import dev.weir.http.Status;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Describes one endpoint from what the compiler found out about it. */
final class EndpointDescriber {

    private static final Comparator<Status> BY_CODE = Comparator.comparing(Status::code);

    private static final Declared NOTHING = new Declared(List.of(), List.of());

    private final EndpointRoute route;
    private final EndpointModel model;

    /** What it takes under a name where the pattern is the route's; another pattern may have more variables. */
    private final List<TextInput> texts;

    private final OutputReader results;
    private final Optional<ContentDescription> content;

    private EndpointDescriber(EndpointRoute route) {
        this.route = route;
        this.model = route.model().orElseThrow();
        this.texts = model.texts().stream()
                .filter(text -> !text.source().in().equals("path")
                        || route.pattern().variables().contains(text.source().name()))
                .toList();
        this.results = OutputReader.read(model.type(), model.results());
        this.content = content();
    }

    /** Describes endpoints of one path and method, among which their media types choose. */
    static List<EndpointDescription> describe(List<EndpointRoute> same) {
        boolean mayBeUnacceptable =
                same.size() > 1 && same.stream().anyMatch(route -> route.media().isProducedDeclared());
        boolean mayBeUnsupported =
                same.stream().noneMatch(route -> route.taken().isEmpty());
        List<EndpointDescription> all = new ArrayList<>();
        for (EndpointRoute route : MediaTypeChoice.sorted(same)) {
            Set<Status> outside = new TreeSet<>(BY_CODE);
            if (mayBeUnacceptable) {
                outside.add(Status.NOT_ACCEPTABLE);
            }
            if (mayBeUnsupported) {
                outside.add(Status.UNSUPPORTED_MEDIA_TYPE);
            }
            all.add(new EndpointDescriber(route).describe(outside));
        }
        return all;
    }

    /** The description, where {@code problems} are those that the choice among endpoints may end with. */
    private EndpointDescription describe(Set<Status> problems) {
        List<OutputDescription> outputs = new ArrayList<>(results.outputs());
        if (isConditional()) {
            problems.addAll(List.of(Status.PRECONDITION_FAILED, Status.RANGE_NOT_SATISFIABLE));
            outputs.addAll(conditional());
        }
        handlers().forEach(handler -> outputs.addAll(handler.outputs()));
        if (!handles(HttpException.class)) {
            problems.addAll(refusals());
        }
        if (!handles(Exception.class) && !handles(Throwable.class)) {
            problems.add(Status.INTERNAL_SERVER_ERROR);
        }
        return new EndpointDescription(
                model.controller(),
                model.method().getName(),
                route.place().shortSignature(),
                route.pattern(),
                texts.stream().map(EndpointDescriber::input).toList(),
                content,
                model.parts().stream().map(EndpointDescriber::part).toList(),
                outputs,
                problems);
    }

    /** Whether clients may get parts of its result, or hear that they have it. */
    private boolean isConditional() {
        boolean isRead = route.method().equals(Method.GET) || route.method().equals(Method.HEAD);
        return isRead
                && Results.isFile(model.type())
                && results.outputs().stream().anyMatch(OutputDescription::isOk);
    }

    private List<OutputDescription> conditional() {
        List<OutputDescription> conditional = new ArrayList<>();
        for (OutputDescription each : results.outputs()) {
            conditional.add(each.withStatus(Optional.of(Status.PARTIAL_CONTENT)));
        }
        conditional.add(new OutputDescription(
                Optional.of(Status.NOT_MODIFIED),
                Headers.empty(),
                Optional.empty(),
                OutputDescription.Kind.NONE,
                Object.class));
        return conditional;
    }

    private static InputDescription input(TextInput text) {
        ParameterSpec parameter = text.parameter();
        return new InputDescription(
                text.source().in(),
                text.source().name(),
                TextArguments.valueType(parameter),
                TextArguments.isCollection(parameter.erased()),
                !TextArguments.mayBeMissing(parameter),
                parameter.defaultValue(),
                parameter.separator(),
                parameter.annotations());
    }

    private static PartDescription part(PartInput part) {
        PartDescription.Kind kind = !(part.argument() instanceof PartArgument)
                ? PartDescription.Kind.TEXT
                : part.argument().readsJson() ? PartDescription.Kind.JSON : PartDescription.Kind.FILE;
        InputDescription input = input(part.declared());
        return new PartDescription(isOctets(part) ? input.asOne(byte[].class, isRequired(part)) : input, kind);
    }

    /** Whether it is an array that is one value. */
    private static boolean isOctets(PartInput part) {
        return part.declared().parameter().erased() == byte[].class;
    }

    private static boolean isRequired(PartInput part) {
        ParameterSpec parameter = part.declared().parameter();
        return isOctets(part) ? !parameter.isNullable() : !TextArguments.mayBeMissing(parameter);
    }

    private Optional<ContentDescription> content() {
        if (new Arguments(model.arguments()).takeFormFields()) {
            boolean isRequired = texts.stream()
                    .anyMatch(text -> text.source().isForm() && !TextArguments.mayBeMissing(text.parameter()));
            return Optional.of(new ContentDescription(
                    ContentDescription.Kind.FORM,
                    Object.class,
                    taken(MediaType.APPLICATION_FORM_URLENCODED),
                    isRequired,
                    NOTHING));
        }
        if (takesParts()) {
            boolean isRead = model.arguments().stream().anyMatch(PartReaderArgument.class::isInstance);
            boolean isRequired = isRead || model.parts().stream().anyMatch(EndpointDescriber::isRequired);
            return Optional.of(new ContentDescription(
                    isRead ? ContentDescription.Kind.OCTETS : ContentDescription.Kind.PARTS,
                    Object.class,
                    taken(MediaType.MULTIPART_FORM_DATA),
                    isRequired,
                    NOTHING));
        }
        return model.content().stream().findFirst().map(this::whole);
    }

    /** Whether it takes parts of a form, of which nothing is known if it reads them itself. */
    private boolean takesParts() {
        return route.read().contains(MediaType.MULTIPART_FORM_DATA);
    }

    private ContentDescription whole(ParameterSpec parameter) {
        Class<?> erased = parameter.erased();
        if (erased == RequestContent.class || RawContent.find(erased).isPresent()) {
            ContentDescription.Kind kind =
                    erased == String.class ? ContentDescription.Kind.TEXT : ContentDescription.Kind.OCTETS;
            return new ContentDescription(kind, erased, taken(MediaType.ALL), false, parameter.annotations());
        }
        boolean isOptional = erased == Optional.class;
        Type type = isOptional ? GenericTypes.argument(parameter.type(), 0) : parameter.type();
        boolean isRequired = !isOptional && !parameter.isNullable();
        return new ContentDescription(
                ContentDescription.Kind.JSON,
                type,
                taken(MediaType.APPLICATION_JSON),
                isRequired,
                parameter.annotations());
    }

    private List<MediaType> taken(MediaType otherwise) {
        List<MediaType> consumed = route.media().consumed();
        return consumed.isEmpty() ? List.of(otherwise) : consumed;
    }

    /** Statuses of the answers that the endpoint gives instead of a result. */
    private Set<Status> refusals() {
        Set<Status> refusals = new TreeSet<>(BY_CODE);
        boolean isParsed = takesParts()
                || content.map(ContentDescription::kind)
                        .filter(kind -> kind == ContentDescription.Kind.JSON || kind == ContentDescription.Kind.FORM)
                        .isPresent();
        if (isParsed || texts.stream().anyMatch(this::mayBeWrong)) {
            refusals.add(Status.BAD_REQUEST);
        }
        if (results.mayBeAbsent()) {
            refusals.add(Status.NOT_FOUND);
        }
        if (model.results().dependOnAccept()) {
            refusals.add(Status.NOT_ACCEPTABLE);
        }
        if (model.arguments().stream().anyMatch(Argument::readsContent) || isParsed) {
            refusals.add(Status.CONTENT_TOO_LARGE);
        }
        if (isParsed) {
            refusals.add(Status.UNSUPPORTED_MEDIA_TYPE);
        }
        if (model.constraints().filter(Checks::mayRefuse).isPresent()) {
            refusals.add(Status.UNPROCESSABLE_CONTENT);
        }
        return refusals;
    }

    /** Whether a request that came as far as the endpoint can have a wrong value there. */
    private boolean mayBeWrong(TextInput text) {
        ParameterSpec parameter = text.parameter();
        boolean isText = TextArguments.valueType(parameter) == String.class
                && parameter.separator().isEmpty();
        boolean isSegment = text.source().in().equals("path")
                && !(route.pattern().hasRest() && isLastVariable(text.source().name()));
        return !isText || !isSegment && !TextArguments.isCollection(parameter.erased());
    }

    private boolean isLastVariable(String name) {
        List<String> variables = route.pattern().variables();
        return variables.get(variables.size() - 1).equals(name);
    }

    /** The exception handlers that something thrown here may come to. */
    private List<ExceptionMethod> handlers() {
        ExceptionMethods own = model.guard().own();
        return Stream.concat(
                        own.all().entrySet().stream(),
                        model.guard().common().all().entrySet().stream()
                                .filter(common -> own.find(common.getKey()).isEmpty()))
                .filter(handler -> mayBeThrown(handler.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Whether the compiler lets the endpoint, or what stands around it, throw an exception of that type or below. */
    private boolean mayBeThrown(Class<?> type) {
        boolean isUnchecked = RuntimeException.class.isAssignableFrom(type)
                || Error.class.isAssignableFrom(type)
                || type.isAssignableFrom(RuntimeException.class);
        return isUnchecked
                || results.isAwaited()
                || isFiltered()
                || Stream.of(model.method().getExceptionTypes())
                        .anyMatch(thrown -> thrown.isAssignableFrom(type) || type.isAssignableFrom(thrown));
    }

    private boolean isFiltered() {
        return !model.annotations().findAll(FilteredBy.class).isEmpty()
                || !Declared.of(model.controller()).findAll(FilteredBy.class).isEmpty();
    }

    private boolean handles(Class<?> type) {
        return model.guard().own().all().containsKey(type)
                || model.guard().common().all().containsKey(type);
    }
}
