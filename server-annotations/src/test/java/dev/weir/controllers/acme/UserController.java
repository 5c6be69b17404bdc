package dev.weir.controllers.acme;

import dev.weir.annotations.Controller;
import dev.weir.annotations.Get;

@Controller
final class UserController {

    @Get("/users/{id}")
    String byId(long id) {
        return "user " + id;
    }
}
