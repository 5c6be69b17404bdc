package dev.weir.controllers.acme.below;

import dev.weir.annotations.Controller;
import dev.weir.annotations.Get;

@Controller("/legacy")
class LegacyController {

    @Get("/users/{name}")
    private String find(String name) {
        return "legacy " + name;
    }
}
