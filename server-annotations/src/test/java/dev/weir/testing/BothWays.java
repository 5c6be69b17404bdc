package dev.weir.testing;

import dev.weir.HttpServer;
import dev.weir.HttpServerBuilder;
import dev.weir.config.Limits;
import dev.weir.http.Headers;
import dev.weir.http.HttpException;
import dev.weir.http.MediaType;
import dev.weir.http.Problem;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.ResponseContent;
import dev.weir.http.SetCookie;
import dev.weir.http.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Has each test run with a client in memory and with one over a socket, which must make no difference. */
@Timeout(60)
@ParameterizedClass(name = "{0}")
@EnumSource
abstract class BothWays {

    enum Way {
        IN_MEMORY,
        OVER_A_SOCKET
    }

    @Parameter
    private Way way;

    private final CountDownLatch never = new CountDownLatch(1);
    /** What {@code /lines} is answered with, up to an empty one. */
    final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    HttpServer server;
    TestClient client;

    @BeforeEach
    final void start() {
        HttpServerBuilder application = HttpServer.builder()
                .host("127.0.0.1")
                .limits(Limits.defaults().withContent(10_000))
                .get("/hello", request -> Response.text("hellö"))
                .get("/nothing", request -> Response.noContent())
                .get("/list", request -> json("[{\"a\":1},{\"a\":2}]"))
                .get("/conflict", request -> {
                    throw new HttpException(Problem.of(Status.CONFLICT, "taken")
                            .withType("https://example.test/taken")
                            .with("by", List.of("Ada", 1)));
                })
                .get("/login", request -> Response.noContent()
                        .withCookie(SetCookie.of("session", "s1").withPath("/"))
                        .withCookie(SetCookie.of("below", "b1").withPath("/login")))
                .get("/logout", request -> Response.noContent()
                        .withCookie(SetCookie.delete("session").withPath("/")))
                .get("/port", request -> Response.text(request.peer().remote().toString()))
                .get("/hints", request -> {
                    request.sendInterim(Status.EARLY_HINTS, Headers.of("Link", "</a.css>"));
                    return Response.text("hinted");
                })
                .get("/hang", request -> {
                    never.await();
                    return Response.noContent();
                })
                .get(
                        "/lines",
                        request -> Response.stream(MediaType.TEXT_PLAIN_UTF_8, output -> {
                            for (String line = next(); !line.isEmpty(); line = next()) {
                                output.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                                output.flush();
                            }
                        }))
                .get(
                        "/half",
                        request -> Response.stream(MediaType.TEXT_PLAIN_UTF_8, output -> {
                            output.write(new byte[] {'h', 'a'});
                            output.flush();
                            throw new IOException("made to fail");
                        }))
                .get("/short", request -> Response.of(Status.OK)
                        .withContent(
                                MediaType.TEXT_PLAIN_UTF_8,
                                ResponseContent.written(9, output -> output.write(new byte[] {'h', 'a'}))))
                .get("/headers", request -> Response.text(request.headers().toString()))
                .post("/echo", BothWays::echo)
                .post(
                        "/form",
                        request -> Response.text(new String(request.content().bytes(), StandardCharsets.US_ASCII)))
                .post("/refuse", request -> {
                    throw new HttpException(Status.FORBIDDEN);
                });
        server = way == Way.IN_MEMORY ? application.startInMemory() : application.start();
        client = TestClient.of(server);
    }

    @AfterEach
    final void stop() {
        never.countDown();
        server.close();
    }

    private String next() {
        try {
            return lines.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Response json(String text) {
        return Response.bytes(MediaType.APPLICATION_JSON, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Response echo(Request request) throws IOException {
        return Response.bytes(
                        request.contentType().orElse(MediaType.APPLICATION_OCTET_STREAM),
                        request.content().bytes())
                .withHeader("X-Coding", request.header("Transfer-Encoding").orElse("none"));
    }
}
