package dev.weir.rfc;

import dev.weir.HttpServer;
import dev.weir.HttpServerBuilder;
import dev.weir.RawClient;
import dev.weir.config.ThreadSettings;
import dev.weir.config.Timeouts;
import dev.weir.http.Headers;
import dev.weir.http.MediaType;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.ResponseContent;
import dev.weir.http.Status;
import dev.weir.routing.Handler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Starts servers and connects clients for one test, and closes them after it; runs its tests on each kind of thread. */
@Timeout(60)
@ParameterizedClass(name = "{0}")
@MethodSource("dev.weir.ThreadKinds#available")
abstract class LiveServer {

    /** What serves the connections. */
    @Parameter
    private ThreadSettings threads;

    private final List<AutoCloseable> open = new ArrayList<>();

    /** A client of a new server with that application. */
    RawClient client(Handler handler) throws IOException {
        return client(handler, builder -> builder);
    }

    /** A client of a new server with that application and settings. */
    RawClient client(Handler handler, UnaryOperator<HttpServerBuilder> settings) throws IOException {
        return connect(start(handler, settings));
    }

    /** A new server with that application and settings. */
    HttpServer start(Handler handler, UnaryOperator<HttpServerBuilder> settings) {
        HttpServer server = settings.apply(
                        HttpServer.builder().host("127.0.0.1").threads(threads).handler(handler))
                .start();
        open.add(server);
        return server;
    }

    /** One more client. */
    RawClient connect(HttpServer server) throws IOException {
        return kept(RawClient.to(server));
    }

    RawClient kept(RawClient client) {
        open.add(client);
        return client;
    }

    @AfterEach
    final void closeAll() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    /** Answers with the path of the request. */
    static Response path(Request request) {
        return Response.text(request.path());
    }

    /** Answers with the content of the request. */
    static Response echo(Request request) throws IOException {
        return Response.bytes(
                MediaType.APPLICATION_OCTET_STREAM, request.content().bytes());
    }

    /** Answers without a look at the content of the request. */
    static Response ignore(Request request) {
        return Response.text("ignored");
    }

    /** Content of unknown length. */
    static Response streamed(String... parts) {
        return Response.stream(MediaType.TEXT_PLAIN_UTF_8, output -> {
            for (String part : parts) {
                output.write(part.getBytes(StandardCharsets.US_ASCII));
                output.flush();
            }
        });
    }

    /** Content that says a length and writes something else. */
    static Response lying(long length, String text) {
        return Response.of(Status.OK)
                .withContent(
                        MediaType.TEXT_PLAIN_UTF_8,
                        ResponseContent.written(
                                length, output -> output.write(text.getBytes(StandardCharsets.US_ASCII))));
    }

    /** One trailer field. */
    static Headers trailers() {
        return Headers.of("X-Sum", "42");
    }

    /** All timeouts so short that tests can wait for them. */
    static HttpServerBuilder impatient(HttpServerBuilder builder) {
        Duration soon = Duration.ofMillis(300);
        return builder.timeouts(Timeouts.defaults()
                .withHead(soon)
                .withIdle(soon)
                .withKeepAlive(soon)
                .withMinimumRateGrace(soon));
    }

    /** A request with content, framed by its length. */
    static String post(String target, String content, String... fieldLines) {
        List<String> lines = new ArrayList<>(List.of(fieldLines));
        lines.add("Content-Length: " + content.length());
        return RawClient.request("POST", target, lines.toArray(String[]::new)) + content;
    }
}
