package dev.weir.annotations.internal.validation;

import dev.weir.annotations.internal.bind.Argument;
import dev.weir.annotations.internal.bind.BindingProblem;
import dev.weir.annotations.internal.bind.ConstraintError;
import dev.weir.annotations.internal.bind.RecordArgument;
import dev.weir.annotations.internal.bind.ValueSource;
import dev.weir.annotations.internal.endpoint.EndpointMethod;
import dev.weir.http.HttpException;
import dev.weir.http.Request;
import dev.weir.json.JsonCodec;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Tells clients which constraints of a method their requests violate, by names on the wire.
 *
 * @param method the method
 * @param names names members of JSON objects
 */
record Violations(EndpointMethod method, JsonCodec names) {

    /** As many are told at most; content may have a million places that violate something. */
    private static final int MOST_TOLD = 100;

    /** The parameter of what is about several. */
    private static final int ALL = -1;

    /**
     * A constraint that does not hold.
     *
     * @param violation what the provider says
     * @param root what was validated; null if the provider's path begins with the parameter
     * @param type of what was validated; null likewise
     * @param pointer where that was in the content
     */
    record Found(ConstraintViolation<?> violation, Root root, Type type, String pointer) {

        /** One that the method declares. */
        static Found declared(ConstraintViolation<?> violation) {
            return new Found(violation, null, null, "#");
        }
    }

    /**
     * The answer to a request that violates those.
     *
     * @param found at least one, if they are all
     * @param isComplete whether they are; otherwise there were too many to look at the others
     */
    HttpException problem(Request request, List<Found> found, boolean isComplete) {
        List<Told> told = new ArrayList<>();
        for (Found each : found.subList(0, Math.min(found.size(), ViolationLimit.MOST))) {
            told.add(tell(each));
        }
        List<ConstraintError> errors =
                told.stream().sorted().limit(MOST_TOLD).map(Told::error).toList();
        return BindingProblem.ofConstraints(request, errors, isComplete ? found.size() : ViolationLimit.MOST);
    }

    /** For a violation that is not the client's. */
    IllegalStateException failure(String what, ConstraintViolation<?> violation) {
        return new IllegalStateException(method.place().signature() + ": " + what + " violates @"
                + ConstraintCodes.name(violation) + " at " + violation.getPropertyPath() + " (expected: to hold it)");
    }

    /** For a result of which too much violates something to tell what. */
    IllegalStateException failure() {
        return new IllegalStateException(method.place().signature() + ": result violates more than "
                + ViolationLimit.MOST + " constraints (expected: to hold them)");
    }

    private Told tell(Found found) {
        List<Path.Node> nodes = new ArrayList<>();
        found.violation().getPropertyPath().forEach(nodes::add);
        if (found.root() != null) {
            Way way = found.root().way();
            return tell(found, way.parameter(), way.order(), found.root().argument(), found.type(), nodes);
        }
        Path.Node second = nodes.get(1);
        if (second.getKind() != ElementKind.PARAMETER) {
            return new Told(ALL, "", together(method.arguments(), found.violation()));
        }
        int index = second.as(Path.ParameterNode.class).getParameterIndex();
        return tell(
                found,
                index,
                "",
                method.arguments().get(index),
                method.types().get(index),
                nodes.subList(2, nodes.size()));
    }

    /** Goes down the path as long as it is in records of parameters. */
    private Told tell(Found found, int parameter, String start, Argument top, Type topType, List<Path.Node> path) {
        Argument argument = top;
        Type type = topType;
        List<Path.Node> nodes = path;
        String order = start;
        while (argument instanceof RecordArgument group && !nodes.isEmpty() && isProperty(nodes.get(0))) {
            String name = nodes.get(0).getName();
            List<PropertyTypes.Member> members = PropertyTypes.members(type, group);
            PropertyTypes.Member member = members.stream()
                    .filter(each -> each.component().getName().equals(name))
                    .findFirst()
                    .orElseThrow();
            order += MemberPointer.sortable(members.indexOf(member));
            argument = member.argument();
            type = member.type();
            nodes = nodes.subList(1, nodes.size());
        }
        ConstraintViolation<?> violation = found.violation();
        String code = ConstraintCodes.of(violation);
        if (argument instanceof RecordArgument group) {
            return new Told(parameter, order, together(List.of(group), violation));
        }
        List<ValueSource> sources = argument.sources();
        if (argument.readsContent() || argument.readsJson()) {
            MemberPointer pointer = new MemberPointer(names, found.pointer(), type).append(nodes, violation);
            return new Told(
                    parameter,
                    order + pointer.order(),
                    sources.isEmpty()
                            ? ConstraintError.ofContent(pointer.text(), code, violation.getMessage())
                            : ConstraintError.ofJson(sources.get(0), pointer.text(), code, violation.getMessage()));
        }
        if (sources.isEmpty()) {
            throw failure("parameter " + parameter, violation);
        }
        OptionalInt index = index(nodes);
        return new Told(
                parameter,
                order + (index.isPresent() ? MemberPointer.sortable(index.getAsInt()) : ""),
                ConstraintError.of(sources.get(0), index, code, violation.getMessage()));
    }

    private static boolean isProperty(Path.Node node) {
        return node.getKind() == ElementKind.PROPERTY && !node.isInIterable();
    }

    private static OptionalInt index(List<Path.Node> nodes) {
        return nodes.stream()
                .map(Path.Node::getIndex)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    private static ConstraintError together(List<? extends Argument> arguments, ConstraintViolation<?> violation) {
        List<ValueSource> sources = arguments.stream()
                .flatMap(argument -> argument.sources().stream())
                .toList();
        return ConstraintError.together(sources, ConstraintCodes.of(violation), violation.getMessage());
    }

    /**
     * An error with its place among others: providers list them in no order.
     *
     * @param parameter index of the parameter
     * @param order place within it
     */
    private record Told(int parameter, String order, ConstraintError error) implements Comparable<Told> {

        @Override
        public int compareTo(Told other) {
            int byParameter = Integer.compare(parameter, other.parameter);
            int byOrder = byParameter == 0 ? order.compareTo(other.order) : byParameter;
            int byCode = byOrder == 0 ? error.code().compareTo(other.error.code()) : byOrder;
            return byCode == 0 ? error.detail().compareTo(other.error.detail()) : byCode;
        }
    }
}
