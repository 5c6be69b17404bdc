package dev.weir.controllers.broken;

import dev.weir.annotations.Controller;
import dev.weir.annotations.Get;

@Controller("/failing")
final class FailingController {

    FailingController() {
        throw new IllegalStateException("no database");
    }

    @Get
    String get() {
        return "";
    }
}
