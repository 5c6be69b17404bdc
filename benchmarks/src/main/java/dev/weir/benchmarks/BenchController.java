package dev.weir.benchmarks;

import dev.weir.annotations.Body;
import dev.weir.annotations.Controller;
import dev.weir.annotations.Get;
import dev.weir.annotations.HeaderParam;
import dev.weir.annotations.Post;
import dev.weir.annotations.QueryParam;
import dev.weir.http.MediaType;
import dev.weir.http.Response;

/** The application as an annotated controller. */
@Controller
public final class BenchController {

    @Get("/plaintext")
    String plaintext() {
        return "Hello, World!";
    }

    @Get("/json")
    Message json() {
        return new Message("Hello, World!");
    }

    @Get("/users/{id}/orders/{orderId}")
    OrderView order(
            long id,
            long orderId,
            @QueryParam boolean expand,
            @QueryParam int limit,
            @HeaderParam("X-Request-Id") String requestId) {
        return new OrderView(id, orderId, expand, limit, requestId);
    }

    @Post("/echo")
    Order echo(@Body Order order) {
        return order;
    }

    @Get("/chunked")
    Response chunked() {
        return Response.stream(MediaType.APPLICATION_OCTET_STREAM, Chunks::writeTo);
    }
}
