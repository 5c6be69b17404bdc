package dev.weir.openapi;

import dev.weir.controllers.Controllers;
import dev.weir.routing.Route;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Documents of controllers, to look into. */
final class Api {

    static final JsonMapper MAPPER = new JsonMapper();

    private Api() {}

    /** Routes, where the tests' package is open to Jackson, which it need not be for the module's own sake. */
    static List<Route> routes(Object... controllers) {
        openToJackson();
        return Controllers.of(controllers);
    }

    static void openToJackson() {
        ModuleLayer.boot()
                .findModule("tools.jackson.databind")
                .ifPresent(jackson -> Api.class.getModule().addOpens(Api.class.getPackageName(), jackson));
    }

    static JsonNode document(Object... controllers) {
        return document(OpenApi.of(routes(controllers)));
    }

    static JsonNode document(OpenApi api) {
        return MAPPER.readTree(api.toJson());
    }

    /** A part of a document, as people would write it. */
    static String pretty(JsonNode node) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    }
}
