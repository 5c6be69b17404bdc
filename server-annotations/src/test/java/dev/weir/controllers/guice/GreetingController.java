package dev.weir.controllers.guice;

import com.google.inject.Inject;
import dev.weir.annotations.Controller;
import dev.weir.annotations.FilteredBy;
import dev.weir.annotations.Get;

@Controller("/greetings")
@FilteredBy(GreetingFilter.class)
class GreetingController {

    private final Greeting greeting;

    @Inject
    GreetingController(Greeting greeting) {
        this.greeting = greeting;
    }

    @Get("/{name}")
    String greet(String name) {
        return greeting.text() + ", " + name;
    }
}
