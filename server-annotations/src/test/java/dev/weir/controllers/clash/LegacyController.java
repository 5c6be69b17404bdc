package dev.weir.controllers.clash;

import dev.weir.annotations.Controller;
import dev.weir.annotations.Get;

@Controller
final class LegacyController {

    @Get("/users/{name}")
    String find(String name) {
        return "user " + name;
    }
}
