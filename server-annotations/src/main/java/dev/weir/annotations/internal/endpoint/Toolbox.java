package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.bind.PartSettings;
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
 * @param parts how parts of forms are read
 * @param faults what was found wrong so far, each once
 */
record Toolbox(
        Converters converters, JsonCodec json, ConstraintFinder constraints, PartSettings parts, Set<Fault> faults) {

    Toolbox(Converters converters, JsonCodec json, ConstraintFinder constraints, PartSettings parts) {
        this(converters, json, constraints, parts, new LinkedHashSet<>());
    }
}
