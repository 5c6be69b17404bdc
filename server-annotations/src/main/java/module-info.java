/** Controllers as annotated classes: scanning, binding and JSON for the Weir HTTP server. */
module dev.weir.annotations {
    requires transitive dev.weir;
    requires io.github.classgraph;
    requires tools.jackson.databind;

    exports dev.weir.annotations;
    exports dev.weir.controllers;
    exports dev.weir.json;
    exports dev.weir.openapi;
}
