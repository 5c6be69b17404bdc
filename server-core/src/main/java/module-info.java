/** The Weir HTTP server: no dependency but the JDK's base module. */
module dev.weir {
    exports dev.weir;
    exports dev.weir.compression;
    exports dev.weir.config;
    exports dev.weir.http;
    exports dev.weir.observe;
    exports dev.weir.routing;
}
