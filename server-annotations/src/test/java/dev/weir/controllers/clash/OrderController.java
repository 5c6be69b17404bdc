package dev.weir.controllers.clash;

import dev.weir.annotations.Controller;
import dev.weir.annotations.Get;

@Controller
final class OrderController {

    @Get("/users/{userId}/orders")
    String list(long id) {
        return "orders of " + id;
    }
}
