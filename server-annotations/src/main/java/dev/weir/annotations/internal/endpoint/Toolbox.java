package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.convert.Converters;
import dev.weir.annotations.internal.faults.Fault;
import dev.weir.json.JsonCodec;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What all controllers are read with.
 *
 * @param converters for text
 * @param json for content and results
 * @param constraints finds what arguments and results have to hold
 * @param faults what was found wrong so far, each once
 */
record Toolbox(Converters converters, JsonCodec json, ConstraintFinder constraints, Set<Fault> faults) {

    Toolbox(Converters converters, JsonCodec json, ConstraintFinder constraints) {
        this(converters, json, constraints, new LinkedHashSet<>());
    }
}
