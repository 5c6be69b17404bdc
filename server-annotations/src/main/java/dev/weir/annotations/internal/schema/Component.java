package dev.weir.annotations.internal.schema;

import tools.jackson.databind.JavaType;

/**
 * A schema that has a name of its own.
 *
 * @param type whose schema it is
 * @param use which way its values go
 * @param isAlone whether its subtypes are left out
 */
record Component(JavaType type, Use use, boolean isAlone) {

    Component with(Use other) {
        return new Component(type, other, isAlone);
    }
}
