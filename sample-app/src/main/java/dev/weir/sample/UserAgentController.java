package dev.weir.sample;

import dev.weir.annotations.Controller;
import dev.weir.annotations.DefaultValue;
import dev.weir.annotations.Get;
import dev.weir.annotations.HeaderParam;
import dev.weir.annotations.Produces;

/** Tells a client what it calls itself. */
@Controller
final class UserAgentController {

    @Get("/user-agent")
    @Produces("text/plain")
    String userAgent(@HeaderParam @DefaultValue("") String userAgent) {
        return userAgent;
    }
}
