package dev.weir;

import dev.weir.config.DrainSettings;
import dev.weir.config.ThreadSettings;
import dev.weir.http.MediaType;
import dev.weir.http.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** Starts servers to be drained, whose handlers tell when they have begun and wait until they may go on. */
final class BusyServer {

    private BusyServer() {}

    /**
     * A server on a free port: {@code /} answers at once, {@code /busy} and {@code /stream} once they may go on, {@code
     * /upload} once the content is there.
     *
     * @param busy counted down by each handler that has begun, but for {@code /}
     */
    static HttpServer start(ThreadSettings threads, CountDownLatch busy, CountDownLatch mayGoOn) {
        return HttpServer.builder()
                .host("127.0.0.1")
                .threads(threads)
                .health("/health")
                .get("/", request -> Response.text("hello"))
                .get("/busy", request -> {
                    busy.countDown();
                    mayGoOn.await();
                    return Response.text("done");
                })
                .get(
                        "/stream",
                        request -> Response.stream(MediaType.TEXT_PLAIN_UTF_8, output -> {
                            output.write("begun ".getBytes(StandardCharsets.US_ASCII));
                            output.flush();
                            busy.countDown();
                            await(mayGoOn);
                            output.write("ended".getBytes(StandardCharsets.US_ASCII));
                        }))
                .post("/upload", request -> {
                    busy.countDown();
                    return Response.text(request.content().text());
                })
                .start();
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** Drains on a thread of its own. */
    static CompletableFuture<DrainReport> drain(HttpServer server, DrainSettings settings) {
        return CompletableFuture.supplyAsync(() -> server.drain(settings), task -> new Thread(task).start());
    }
}
