package dev.weir.annotations.internal.validation;

import dev.weir.annotations.internal.reflect.GenericTypes;
import dev.weir.http.PercentEncoding;
import dev.weir.json.JsonCodec;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;

/**
 * Makes a JSON Pointer, as a URI fragment (RFC 6901 section 6), of a provider's path of Java names: {@code
 * #/lines/0/quantity}. Used once.
 *
 * <p>Which class a name belongs to is followed by declared types, for their members may have other names in JSON; of the
 * last one the object is at hand.
 */
final class MemberPointer {

    private final JsonCodec names;
    private final StringBuilder text;
    private final StringBuilder order;
    private Type type;

    /**
     * A pointer to begin with.
     *
     * @param names names members
     * @param start where the path begins
     * @param type declared there
     */
    MemberPointer(JsonCodec names, String start, Type type) {
        this.names = names;
        this.text = new StringBuilder(start);
        this.order = new StringBuilder();
        this.type = type;
        for (String step : start.substring(1).split("/")) {
            order.append(isNumber(step) ? sortable(Integer.parseInt(step)) : step);
        }
    }

    private static boolean isNumber(String step) {
        return !step.isEmpty() && step.length() < 10 && step.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Follows a path. */
    MemberPointer append(List<Path.Node> nodes, ConstraintViolation<?> violation) {
        for (int i = 0; i < nodes.size(); i++) {
            Path.Node node = nodes.get(i);
            enter(node);
            if (node.getKind() == ElementKind.PROPERTY) {
                boolean isOfLeaf = nodes.subList(i + 1, nodes.size()).stream()
                        .allMatch(below -> below.getKind() == ElementKind.CONTAINER_ELEMENT);
                member(node.getName(), isOfLeaf ? Optional.ofNullable(violation.getLeafBean()) : Optional.empty());
            }
        }
        return this;
    }

    /** Goes into a container, if the node is in one. */
    private void enter(Path.Node node) {
        Class<?> container = container(node);
        if (container != null || node.isInIterable()) {
            Integer variable = variable(node);
            type = PropertyTypes.inside(
                    type, container == null ? Iterable.class : container, variable == null ? 0 : variable);
        }
        if (node.getIndex() != null) {
            text.append('/').append(node.getIndex());
            order.append(sortable(node.getIndex()));
        } else if (node.getKey() != null) {
            String step = step(node.getKey().toString());
            text.append(step);
            order.append(step);
        }
    }

    private static Class<?> container(Path.Node node) {
        return switch (node.getKind()) {
            case PROPERTY -> node.as(Path.PropertyNode.class).getContainerClass();
            case BEAN -> node.as(Path.BeanNode.class).getContainerClass();
            case CONTAINER_ELEMENT -> node.as(Path.ContainerElementNode.class).getContainerClass();
            default -> null;
        };
    }

    private static Integer variable(Path.Node node) {
        return switch (node.getKind()) {
            case PROPERTY -> node.as(Path.PropertyNode.class).getTypeArgumentIndex();
            case BEAN -> node.as(Path.BeanNode.class).getTypeArgumentIndex();
            case CONTAINER_ELEMENT -> node.as(Path.ContainerElementNode.class).getTypeArgumentIndex();
            default -> null;
        };
    }

    /** Goes to a property, of the object at hand where there is one: its class may be narrower than the declared one. */
    private void member(String property, Optional<Object> bean) {
        Type owner = bean.<Type>map(Object::getClass)
                .filter(narrow -> narrow != GenericTypes.erased(type))
                .orElse(type);
        names.memberName(GenericTypes.erased(owner), property).ifPresent(name -> {
            text.append(step(name));
            order.append(step(name));
        });
        type = PropertyTypes.of(owner, property);
    }

    /** One step of a pointer. */
    static String step(String name) {
        return "/" + PercentEncoding.encodeSegment(name.replace("~", "~0").replace("/", "~1"));
    }

    /** A number such that texts are in the order of numbers. */
    static String sortable(int number) {
        String digits = Integer.toString(number);
        return "/" + "0".repeat(10 - digits.length()) + digits;
    }

    /** The pointer. */
    String text() {
        return text.toString();
    }

    /** A text by which pointers are sorted as what they point to. */
    String order() {
        return order.toString();
    }
}
