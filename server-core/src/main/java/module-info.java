/** The Weir HTTP server: no dependency but the JDK's base module. */
module dev.weir {
    // For Flight Recorder's events alone: where the module is missing, they are never made.
    requires static jdk.jfr;

    exports dev.weir;
    exports dev.weir.authentication;
    exports dev.weir.compression;
    exports dev.weir.config;
    exports dev.weir.cookies;
    exports dev.weir.files;
    exports dev.weir.forms;
    exports dev.weir.http;
    exports dev.weir.multipart;
    exports dev.weir.observe;
    exports dev.weir.proxies;
    exports dev.weir.representation;
    exports dev.weir.routing;
    exports dev.weir.security;
    exports dev.weir.sse;
}
