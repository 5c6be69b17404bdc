package dev.weir.controllers.broken;

import dev.weir.annotations.Controller;
import dev.weir.annotations.Get;

@Controller("/abstract")
abstract class AbstractController {

    @Get
    abstract String get();
}
