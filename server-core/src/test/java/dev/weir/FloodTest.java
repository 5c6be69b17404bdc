package dev.weir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weir.config.ThreadSettings;
import dev.weir.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients that send requests faster than they are answered do not keep others from being served. */
class FloodTest {

    private static final int CLIENTS = 8;
    private static final int REQUESTS_AT_A_TIME = 200;

    /** Sends requests without waiting for responses, which another thread reads. */
    private static final class Flood {

        private final Socket socket;
        private final CountDownLatch answered = new CountDownLatch(1);
        private final List<Thread> threads = new ArrayList<>();

        Flood(HttpServer server) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
            start(this::send);
            start(this::receive);
        }

        private void start(Runnable work) {
            Thread thread = new Thread(work, "flood");
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }

        private void send() {
            byte[] requests = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
                    .repeat(REQUESTS_AT_A_TIME)
                    .getBytes(StandardCharsets.US_ASCII);
            try {
                OutputStream out = socket.getOutputStream();
                while (true) {
                    out.write(requests);
                }
            } catch (IOException e) {
                // closed: the flood is over
            }
        }

        private void receive() {
            byte[] octets = new byte[1 << 16];
            try {
                InputStream in = socket.getInputStream();
                while (in.read(octets) >= 0) {
                    answered.countDown();
                }
            } catch (IOException e) {
                // as above
            }
        }

        void end() throws IOException, InterruptedException {
            socket.close();
            for (Thread thread : threads) {
                thread.join(TimeUnit.SECONDS.toMillis(10));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.weir.ThreadKinds#available")
    void newConnectionsAreServedWhileOthersFlood(ThreadSettings threads) throws Exception {
        List<Flood> floods = new ArrayList<>();
        try (HttpServer server = HttpServer.builder()
                .host("127.0.0.1")
                .threads(threads)
                .get("/", request -> Response.text("flooded"))
                .get("/other", request -> Response.text("served"))
                .start()) {
            try {
                for (int i = 0; i < CLIENTS; i++) {
                    floods.add(new Flood(server));
                }
                floods.get(0).answered.await(10, TimeUnit.SECONDS);
                for (int i = 0; i < 10; i++) {
                    try (RawClient client = RawClient.to(server)) {
                        assertEquals("served", client.get("/other").read().content());
                        assertEquals("served", client.get("/other").read().content());
                    }
                }
            } finally {
                for (Flood flood : floods) {
                    flood.end();
                }
            }
        }
    }
}
