package dev.weir.benchmarks.jmh;

import dev.weir.benchmarks.BenchController;
import dev.weir.benchmarks.BenchHandlers;
import dev.weir.benchmarks.OtherRoutes;
import dev.weir.controllers.Controllers;
import dev.weir.http.ContentOutput;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.routing.Router;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A controller's method against the same handler written by hand: two path and two query parameters and a field of the
 * header section in, a record as JSON out, through a router of 206 routes. Both begin with {@link #request}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class BindingBenchmark {

    private static final String TARGET = "/users/12345/orders/67890?expand=true&limit=20";
    private static final String VIEW =
            "{\"id\":12345,\"orderId\":67890,\"expand\":true,\"limit\":20,\"requestId\":\"req-1\"}";

    private Router handlers;
    private Router controller;

    /** Makes sure that both answer the same. */
    @Setup
    public void setUp() throws Exception {
        Path folder = Path.of("");
        handlers = new BenchHandlers(folder).addTo(Router.builder()).build();
        controller = Router.builder()
                .routes(Controllers.of(new BenchController(), new OtherRoutes()))
                .build();
        expectView(byHand());
        expectView(annotated());
    }

    private static void expectView(Response response) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        response.content().writeTo(ContentOutput.to(content));
        String text = content.toString(StandardCharsets.UTF_8);
        if (!text.equals(VIEW)) {
            throw new IllegalStateException("content: " + text + " (expected: " + VIEW + ")");
        }
    }

    /** The request and nothing else. */
    @Benchmark
    public Request request() {
        return Request.get(TARGET).withHeader("X-Request-Id", "req-1");
    }

    /** A handler. */
    @Benchmark
    public Response byHand() throws Exception {
        return handlers.handle(request());
    }

    /** A controller's method. */
    @Benchmark
    public Response annotated() throws Exception {
        return controller.handle(request());
    }
}
