package dev.weir.annotations.internal.openapi;

import dev.weir.routing.Route;
import java.util.List;

/**
 * Where an operation is and what it is called; the rest is found out when somebody wants to read it.
 *
 * @param id by which people and programs name it
 * @param tag the controller
 * @param path the path, with variables in braces
 * @param verb the method in lower case, as OpenAPI has it
 * @param routes at least one
 */
public record OperationPlace(String id, String tag, String path, String verb, List<Route> routes) {}
