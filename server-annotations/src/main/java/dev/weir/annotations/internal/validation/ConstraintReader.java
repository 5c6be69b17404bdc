package dev.weir.annotations.internal.validation;

import dev.weir.annotations.internal.bind.Argument;
import dev.weir.annotations.internal.bind.Checks;
import dev.weir.annotations.internal.bind.RecordArgument;
import dev.weir.annotations.internal.endpoint.EndpointMethod;
import dev.weir.json.JsonCodec;
import jakarta.validation.Validator;
import jakarta.validation.metadata.CascadableDescriptor;
import jakarta.validation.metadata.ContainerDescriptor;
import jakarta.validation.metadata.ElementDescriptor;
import jakarta.validation.metadata.ExecutableDescriptor;
import jakarta.validation.metadata.MethodDescriptor;
import jakarta.validation.metadata.PropertyDescriptor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks a provider what there is to check of one method; used once. */
final class ConstraintReader {

    private final Validator validator;
    private final JsonCodec names;
    private final EndpointMethod method;
    private final Misfits misfits;
    private final List<Root> roots = new ArrayList<>();

    ConstraintReader(Validator validator, JsonCodec names, EndpointMethod method) {
        this.validator = validator;
        this.names = names;
        this.method = method;
        this.misfits = new Misfits(validator);
    }

    /** The constraints; empty if there are none. */
    Optional<Checks> read() {
        Optional<MethodDescriptor> declared = Optional.ofNullable(validator
                .getConstraintsForClass(method.controller().getClass())
                .getConstraintsForMethod(
                        method.method().getName(), method.method().getParameterTypes()));
        declared.ifPresent(there -> misfits.in(method.controller(), method.method(), there.getParameterDescriptors()));
        for (int i = 0; i < method.arguments().size(); i++) {
            int index = i;
            boolean isCascaded = declared.map(
                            there -> there.getParameterDescriptors().get(index))
                    .filter(ConstraintReader::isCascaded)
                    .isPresent();
            Argument argument = method.arguments().get(i);
            Type type = method.types().get(i);
            if (argument.readsJson()) {
                root(Way.of(i), type, argument, isCascaded);
            } else if (argument instanceof RecordArgument group) {
                group(Way.of(i), type, group, isCascaded);
            }
        }
        boolean hasParameters = declared.filter(ConstraintReader::hasParameters).isPresent();
        boolean hasResult = declared.map(ExecutableDescriptor::getReturnValueDescriptor)
                .filter(ConstraintReader::isConstrained)
                .isPresent();
        return hasParameters || hasResult || !roots.isEmpty()
                ? Optional.of(new MethodConstraints(
                        validator, new Violations(method, names), hasParameters, hasResult, roots))
                : Optional.empty();
    }

    /** What is to be validated in an argument, unless it is with what it is in. */
    private void root(Way way, Type type, Argument argument, boolean isCascaded) {
        misfits.inside(type);
        if (!isCascaded) {
            Cascade.into(type, validator).ifPresent(cascade -> roots.add(new Root(way, argument, cascade)));
        }
    }

    /** A record of parameters, and what is in it. */
    private void group(Way way, Type type, RecordArgument group, boolean isCascaded) {
        root(way, type, group, isCascaded);
        List<PropertyTypes.Member> members = PropertyTypes.members(type, group);
        for (int i = 0; i < members.size(); i++) {
            PropertyTypes.Member member = members.get(i);
            Argument argument = member.argument();
            if (argument instanceof RecordArgument inner) {
                group(way.to(i, member.component()), member.type(), inner, isComponentCascaded(member.component()));
            } else if (argument.readsJson()) {
                root(way.to(i, member.component()), member.type(), argument, isComponentCascaded(member.component()));
            }
        }
    }

    private boolean isComponentCascaded(RecordComponent component) {
        PropertyDescriptor property = validator
                .getConstraintsForClass(component.getDeclaringRecord())
                .getConstraintsForProperty(component.getName());
        return property != null && isCascaded(property);
    }

    /** The descriptor's own answer leaves out constraints that stand only on elements of a parameter. */
    private static boolean hasParameters(ExecutableDescriptor method) {
        return method.getCrossParameterDescriptor().hasConstraints()
                || method.getParameterDescriptors().stream().anyMatch(ConstraintReader::isConstrained);
    }

    private static <D extends ElementDescriptor & CascadableDescriptor & ContainerDescriptor> boolean isConstrained(
            D descriptor) {
        return descriptor.hasConstraints()
                || descriptor.isCascaded()
                || !descriptor.getConstrainedContainerElementTypes().isEmpty();
    }

    /** Whether something says {@code @Valid}, of the object itself or of what is in it. */
    static <D extends CascadableDescriptor & ContainerDescriptor> boolean isCascaded(D descriptor) {
        return descriptor.isCascaded()
                || descriptor.getConstrainedContainerElementTypes().stream().anyMatch(ConstraintReader::isCascaded);
    }
}
