package dev.weir.controllers.broken;

import dev.weir.annotations.Controller;
import dev.weir.annotations.Get;

@Controller("/needy")
final class NeedyController {

    private final String name;

    NeedyController(String name) {
        this.name = name;
    }

    @Get
    String get() {
        return name;
    }
}
