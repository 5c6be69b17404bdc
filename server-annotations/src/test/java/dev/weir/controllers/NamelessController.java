package dev.weir.controllers;

import dev.weir.annotations.Controller;
import dev.weir.annotations.Get;
import dev.weir.annotations.PathParam;
import dev.weir.annotations.QueryParam;

/** Loaded as if it had been compiled without parameter names. */
@Controller
class NamelessController {

    @Get("/users/{id}")
    String find(long id) {
        return "user " + id;
    }

    @Get("/users")
    String list(@QueryParam int page) {
        return "page " + page;
    }

    @Get("/named/{id}")
    String named(@PathParam("id") long id) {
        return "user " + id;
    }
}
