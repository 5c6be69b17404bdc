package dev.weir.annotations.internal.openapi;

import dev.weir.annotations.internal.description.EndpointDescription;
import dev.weir.routing.PathPattern;
import java.util.List;

/**
 * What a path and a method stand for: one endpoint, or several that media types or regular expressions tell apart.
 *
 * @param id by which people and programs name it
 * @param tag the controller
 * @param path the path, with variables in braces
 * @param verb the method in lower case, as OpenAPI has it
 * @param patterns the patterns of the routes, their variables named as in the path or by position
 * @param endpoints at least one
 */
public record Operation(
        String id,
        String tag,
        String path,
        String verb,
        List<PathPattern> patterns,
        List<EndpointDescription> endpoints) {}
