package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.HttpServer;
import dev.weir.annotations.Controller;
import dev.weir.annotations.ExceptionHandler;
import dev.weir.annotations.Get;
import dev.weir.http.Request;
import dev.weir.http.Response;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What exception handlers are not told over a live socket. */
class LostClientTest {

    @Controller
    static final class Leaving {
        private final CountDownLatch isWaiting = new CountDownLatch(1);
        private final CountDownLatch isInterrupted = new CountDownLatch(1);
        private final List<Exception> handled = new CopyOnWriteArrayList<>();

        @Get("/wait")
        Response text(Request request) throws Exception {
            return request.interruptWhenClientGone(() -> {
                isWaiting.countDown();
                try {
                    new CountDownLatch(1).await();
                } finally {
                    isInterrupted.countDown();
                }
                return Response.noContent();
            });
        }

        @ExceptionHandler
        void all(Exception e) {
            handled.add(e);
        }
    }

    @Test
    void thatTheClientHasLeftIsNotForApplications() throws Exception {
        Leaving leaving = new Leaving();
        HttpServer server = HttpServer.builder()
                .host("localhost")
                .routes(Controllers.of(leaving))
                .start();
        try (server) {
            try (Socket client = new Socket("localhost", server.port())) {
                client.getOutputStream()
                        .write("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                assertTrue(leaving.isWaiting.await(30, TimeUnit.SECONDS));
            }
            assertTrue(leaving.isInterrupted.await(30, TimeUnit.SECONDS));
            server.stop(Duration.ofSeconds(30));
        }
        assertEquals(List.of(), leaving.handled);
    }
}
