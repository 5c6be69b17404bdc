package dev.weir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weir.config.ThreadSettings;
import dev.weir.http.MediaType;
import dev.weir.http.Response;
import dev.weir.sse.EventStream;
import dev.weir.sse.ServerEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Four threads serve any number of connections, as long as only four have something to say at a time. */
@Timeout(60)
class PlatformPoolTest {

    private static final int MANY = 50;

    private final AtomicInteger inHandler = new AtomicInteger();
    private final CountDownLatch fourInHandler = new CountDownLatch(4);
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<RawClient> clients = new ArrayList<>();
    private final HttpServer server = HttpServer.builder()
            .host("127.0.0.1")
            .threads(ThreadSettings.platform(4))
            .get("/", request -> Response.text("hello"))
            .post("/upload", request -> Response.text(request.content().text()))
            .get("/ahead", request -> {
                inHandler.incrementAndGet();
                fourInHandler.await();
                return Response.text("gone: " + request.isClientGone());
            })
            .get(
                    "/large",
                    request -> Response.stream(MediaType.APPLICATION_OCTET_STREAM, out -> {
                        for (int i = 0; i < 400; i++) {
                            out.write(new byte[1 << 16]);
                        }
                    }))
            .get("/events", request -> EventStream.of(Stream.generate(this::waitForEnd))
                    .toResponse())
            .get("/four", request -> {
                inHandler.incrementAndGet();
                fourInHandler.countDown();
                fourInHandler.await();
                return Response.text("finished");
            })
            .start();

    private ServerEvent waitForEnd() {
        try {
            end.await();
            return ServerEvent.of("end");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void close() throws IOException {
        for (RawClient client : clients) {
            client.close();
        }
        server.close();
    }

    private RawClient connect() throws IOException {
        RawClient client = RawClient.to(server);
        clients.add(client);
        return client;
    }

    @Test
    void answersOneMoreThanManyIdleConnections() throws IOException {
        for (int i = 0; i < MANY; i++) {
            assertEquals("hello", connect().get("/").read().content());
        }
        assertEquals("hello", connect().get("/").read().content());
    }

    @Test
    void answersIdleConnectionsAgain() throws IOException {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < MANY; i++) {
                RawClient client = round == 0 ? connect() : clients.get(i);
                assertEquals("hello", client.get("/").read().content());
            }
        }
    }

    @Test
    void answersAmongConnectionsThatSaidNothingYet() throws IOException {
        for (int i = 0; i < MANY; i++) {
            connect();
        }
        assertEquals("hello", connect().get("/").read().content());
    }

    @Test
    void answersAmongConnectionsThatSentHalfAHead() throws IOException {
        for (int i = 0; i < MANY; i++) {
            connect().send("GET / HTTP/1.1\r\nHost: local");
        }
        assertEquals("hello", connect().get("/").read().content());
    }

    @Test
    void answersAmongUploadsThatStandStill() throws IOException {
        for (int i = 0; i < 30; i++) {
            connect().send("POST /upload HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\na");
        }
        assertEquals("hello", connect().get("/").read().content());
        assertEquals("ab", clients.get(29).send("b").read().content());
    }

    @Test
    void goesOnWithHeadsThatWereParkedHalfway() throws IOException {
        for (int i = 0; i < MANY; i++) {
            connect().send("GET / HTTP/1.1\r\nHost: local");
        }
        for (RawClient client : clients) {
            assertEquals("hello", client.send("host\r\n\r\n").read().content());
        }
    }

    @Test
    void keepsWhatIsPipelinedBehindARequestThatIsParked() throws IOException {
        for (int i = 0; i < MANY; i++) {
            connect().get("/").read();
        }
        RawClient client = connect().send(RawClient.request("GET", "/") + RawClient.request("GET", "/") + "GET /");
        assertEquals("hello", client.read().content());
        assertEquals("hello", client.read().content());
        assertEquals(
                "hello",
                client.send(" HTTP/1.1\r\nHost: localhost\r\n\r\n").read().content());
    }

    @Test
    void finishesMoreRequestsAtATimeThanItHasThreads() throws IOException {
        for (int i = 0; i < 10; i++) {
            connect().get("/four");
        }
        for (RawClient client : clients) {
            assertEquals("finished", client.read().content());
        }
        assertEquals(10, inHandler.get());
    }

    @Test
    void countsNoParkedConnectionOnceItIsClosed() throws IOException {
        for (int i = 0; i < MANY; i++) {
            connect().send("GET / HTTP/1.1\r\nHost: local");
        }
        assertEquals("hello", connect().get("/").read().content());
        server.close();
        assertEquals(0, server.openConnections());
    }

    @Test
    void answersWhatWasReadAheadOfAConnectionThatIsToBeParked() throws Exception {
        for (int i = 0; i < 8; i++) {
            assertEquals("hello", connect().get("/").read().content());
        }
        RawClient client = connect().send(RawClient.request("GET", "/ahead"));
        while (inHandler.get() == 0) {
            Thread.onSpinWait();
        }
        client.send(RawClient.request("GET", "/"));
        for (int i = 0; i < 4; i++) {
            fourInHandler.countDown();
        }
        assertEquals("gone: false", client.read().content());
        assertEquals("hello", client.read().content());
    }

    @Test
    void answersAlthoughAllThreadsAreBusyOrWaitForIdleConnections() throws Exception {
        assertEquals("hello", connect().get("/").read().content()); // its thread may wait for the next request
        for (int i = 0; i < 3; i++) {
            connect().send(RawClient.request("GET", "/four"));
        }
        while (inHandler.get() < 3) {
            Thread.onSpinWait();
        }
        assertEquals("hello", connect().get("/").read().content());
    }

    @Test
    void answersAlthoughManyClientsTakeNothingOfTheirResponses() throws Exception {
        for (int i = 0; i < 20; i++) {
            RawClient client = RawClient.withSmallReceiveBuffer(server);
            clients.add(client);
            client.send(RawClient.request("GET", "/large"));
        }
        assertEquals("hello", connect().get("/").read().content());
    }

    @Test
    void answersAmongManyThatWaitForEvents() throws Exception {
        for (int i = 0; i < 30; i++) {
            connect().get("/events");
        }
        assertEquals("hello", connect().get("/").read().content());
        end.countDown();
        for (RawClient client : clients.subList(0, 30)) {
            String head = "HTTP/1.1 200 OK\r\n";
            assertEquals(head, client.readOctets(head.length()));
        }
    }
}
