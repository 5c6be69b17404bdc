package dev.weir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.weir.config.ThreadSettings;
import dev.weir.http.MediaType;
import dev.weir.http.Response;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Replays the raw HTTP/1.1 cases of {@code http1-cases.jsonl}; all of them hold, on every kind of thread. */
class ConformanceTest {

    /** Most cases wait rather than work, so many of them run at a time. */
    private static final ExecutorService CLIENTS = Executors.newFixedThreadPool(32);

    @AfterAll
    static void end() {
        CLIENTS.shutdownNow();
    }

    @TestFactory
    Stream<DynamicTest> holdsEveryCase() throws IOException {
        List<ConformanceCase> cases = ConformanceCase.readAll();
        return ThreadKinds.available().flatMap(threads -> tests(threads, cases));
    }

    private static Stream<DynamicTest> tests(ThreadSettings threads, List<ConformanceCase> cases) {
        HttpServer server = HttpServer.builder()
                .host("127.0.0.1")
                .threads(threads)
                .get("/", request -> Response.text("Some text.\n"))
                .post(
                        "/echo",
                        request -> Response.bytes(
                                MediaType.APPLICATION_OCTET_STREAM,
                                request.content().bytes()))
                .start();
        List<Future<String>> outcomes = cases.stream()
                .map(one -> CLIENTS.submit((Callable<String>) () -> ConformanceReplay.replay(one, server.port())))
                .toList();
        Stream<DynamicTest> tests = Stream.iterate(0, i -> i < cases.size(), i -> i + 1)
                .map(i -> dynamicTest(
                        cases.get(i).id() + " (" + threads.kind() + ")",
                        () -> assertEquals("", outcomes.get(i).get(), () -> "case " + cases.get(i))));
        return Stream.concat(tests, Stream.of(dynamicTest("stops (" + threads.kind() + ")", server::close)));
    }
}
