package dev.weir.annotations.internal.validation;

import java.util.function.UnaryOperator;

/**
 * The way to a part of the arguments.
 *
 * @param parameter index of the parameter
 * @param order sorts the part among others of the parameter
 * @param inside takes it out of the parameter's value
 */
record Way(int parameter, String order, UnaryOperator<Object> inside) {

    /** The way on to a component of the record that this one leads to. */
    Way to(int index, Component component) {
        return new Way(
                parameter, order + MemberPointer.sortable(index), outermost -> component.of(inside.apply(outermost)));
    }

    /** What is there. */
    Object in(Object[] values) {
        return inside.apply(values[parameter]);
    }
}
