package dev.weir.controllers.guice;

import com.google.inject.Inject;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.routing.Filter;
import dev.weir.routing.Handler;

class GreetingFilter implements Filter {

    private final Greeting greeting;

    @Inject
    GreetingFilter(Greeting greeting) {
        this.greeting = greeting;
    }

    @Override
    public Response filter(Request request, Handler next) throws Exception {
        return next.handle(request).withHeader("X-Greeting", greeting.text());
    }
}
