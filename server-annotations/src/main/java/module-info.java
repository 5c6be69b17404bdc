/** Controllers as annotated classes: scanning, binding and JSON for the Weir HTTP server. */
module dev.weir.annotations {
    requires transitive dev.weir;
    requires io.github.classgraph;
    requires tools.jackson.databind;
    // For the extension of dev.weir.testing alone, and so for tests; not transitive, or all users would need it.
    requires static org.junit.jupiter.api;
    // Only for controllers with constraints. Not transitive: who names its types requires it anyway, and who does not
    // could not compile without it.
    requires static jakarta.validation;

    exports dev.weir.annotations;
    exports dev.weir.controllers;
    exports dev.weir.json;
    exports dev.weir.openapi;
    exports dev.weir.testing;
}
