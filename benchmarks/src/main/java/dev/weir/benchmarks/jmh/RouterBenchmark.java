package dev.weir.benchmarks.jmh;

import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.routing.Router;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From a request to its handler; {@link #request} is what the others spend on the request itself. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RouterBenchmark {

    private static final Response ANSWER = Response.noContent();

    /** Number of routes, half of them without a variable. */
    @Param({"200", "2000"})
    public int routes;

    private Router router;
    private String literal;
    private String variables;

    /** Makes sure that each request is answered as it should be. */
    @Setup
    public void setUp() throws Exception {
        Router.Builder builder = Router.builder();
        for (int i = 0; i < routes / 2; i++) {
            builder.get("/pages/section" + i + "/index", request -> ANSWER);
            builder.get("/shops/" + i + "/users/{id}/orders/{orderId}", request -> ANSWER);
        }
        router = builder.build();
        literal = "/pages/section" + routes / 4 + "/index";
        variables = "/shops/" + routes / 4 + "/users/12345/orders/67890";
        expect(literal(), Status.NO_CONTENT);
        expect(variables(), Status.NO_CONTENT);
        expect(unknown(), Status.NOT_FOUND);
    }

    private static void expect(Response response, Status status) {
        if (!response.status().equals(status)) {
            throw new IllegalStateException("status: " + response.status() + " (expected: " + status + ")");
        }
    }

    /** A request and nothing else. */
    @Benchmark
    public Request request() {
        return Request.get(variables);
    }

    /** A path of three literal segments. */
    @Benchmark
    public Response literal() throws Exception {
        return router.handle(Request.get(literal));
    }

    /** A path of six segments, of which two are bound. */
    @Benchmark
    public Response variables() throws Exception {
        return router.handle(Request.get(variables));
    }

    /** A path that differs from a route in its last segment; the answer is a problem document. */
    @Benchmark
    public Response unknown() throws Exception {
        return router.handle(Request.get("/pages/section1/contents"));
    }
}
