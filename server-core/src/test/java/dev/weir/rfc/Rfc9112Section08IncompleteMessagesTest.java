package dev.weir.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.HttpServer;
import dev.weir.RawClient;
import dev.weir.http.ContentOutput;
import dev.weir.http.HttpException;
import dev.weir.http.MediaType;
import dev.weir.http.Response;
import dev.weir.http.ResponseContent;
import dev.weir.http.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("RFC 9112 section 8: Handling Incomplete Messages")
class Rfc9112Section08IncompleteMessagesTest extends LiveServer {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "G",
                "GET / HTTP/1.1",
                "GET / HTTP/1.1\r\nHost: localhost",
                "GET / HTTP/1.1\r\nHost: localhost\r\n"
            })
    @DisplayName("8: a head that ends early is no request")
    void ignoresAHeadThatEndsEarly(String octets) throws Exception {
        AtomicBoolean wasAsked = new AtomicBoolean();
        RawClient client = client(request -> {
                    wasAsked.set(true);
                    return path(request);
                })
                .send(octets)
                .endOutput();
        assertTrue(client.isClosed());
        assertFalse(wasAsked.get());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\n\r\n",
                "Content-Length: 4\r\n\r\nabc",
                "Transfer-Encoding: chunked\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n4",
                "Transfer-Encoding: chunked\r\n\r\n4\r\nabc",
                "Transfer-Encoding: chunked\r\n\r\n3\r\nabc",
                "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
                "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n",
                "Transfer-Encoding: chunked\r\n\r\n0\r\nA: b\r\n"
            })
    @DisplayName("8: content that ends early is answered with 400 and never passes for whole")
    void refusesContentThatEndsEarly(String octets) throws Exception {
        AtomicReference<String> read = new AtomicReference<>("nothing");
        RawClient client = client(request -> {
                    read.set(request.content().text());
                    return Response.text("whole");
                })
                .send("POST / HTTP/1.1\r\nHost: localhost\r\n" + octets)
                .endOutput();
        RawClient.Reply reply = client.read();
        assertEquals(400, reply.status());
        assertEquals(Optional.of("close"), reply.field("Connection"));
        assertTrue(client.isClosed());
        assertEquals("nothing", read.get());
    }

    @Test
    @DisplayName("8: content that ends early is told of although the application did not mind")
    void refusesContentThatEndsEarlyInAnyCase() throws Exception {
        RawClient client = client(request -> {
                    try {
                        request.content().bytes();
                    } catch (HttpException e) {
                        assertEquals(400, e.status().code());
                    }
                    return Response.text("whole");
                })
                .send(RawClient.request("POST", "/", "Content-Length: 4") + "abc")
                .endOutput();
        assertEquals(400, client.read().status());
    }

    @Test
    @DisplayName("8: a reset within content does not stop the server")
    void survivesAReset() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch failed = new CountDownLatch(1);
        HttpServer server = start(
                request -> {
                    try {
                        reading.countDown();
                        return echo(request);
                    } catch (IOException | HttpException e) {
                        failed.countDown();
                        throw e;
                    }
                },
                builder -> builder);
        RawClient client = connect(server).send(RawClient.request("POST", "/", "Content-Length: 4") + "abc");
        reading.await();
        client.reset();
        failed.await();
        assertEquals("ab", connect(server).send(post("/", "ab")).read().content());
    }

    @Test
    @DisplayName("8: content that writes less than its length says cuts the connection")
    void cutsContentThatIsTooShort() throws Exception {
        RawClient client = client(request -> lying(5, "abc")).get("/");
        RawClient.Reply reply = client.read();
        assertEquals("abc", reply.content());
        assertFalse(reply.isWhole());
    }

    @Test
    @DisplayName("8: content that writes more than its length says does not get past it")
    void cutsContentThatIsTooLong() throws Exception {
        RawClient client = client(request -> lying(2, "abc")).get("/");
        RawClient.Reply reply = client.read();
        assertFalse(reply.isWhole());
        assertTrue(client.isClosed());
    }

    @Test
    @DisplayName("8: content that fails has no last chunk")
    void cutsAStreamThatFails() throws Exception {
        RawClient client = client(request -> Response.stream(MediaType.TEXT_PLAIN_UTF_8, output -> {
                    output.write('a');
                    output.flush();
                    throw new IllegalStateException("as the test wants it");
                }))
                .get("/");
        RawClient.Reply reply = client.read();
        assertEquals("a", reply.content());
        assertFalse(reply.isWhole());
    }

    @Test
    @DisplayName("8: a negative number of octets does not make room for more than was announced")
    void takesNoNegativeNumberOfOctets() throws Exception {
        RawClient.Reply reply = client(request -> Response.of(Status.OK)
                        .withContent(MediaType.TEXT_PLAIN_UTF_8, ResponseContent.written(2, output -> {
                            try {
                                output.write(new byte[9], 0, -7);
                            } catch (IndexOutOfBoundsException e) {
                                output.write("abcd".getBytes(StandardCharsets.US_ASCII));
                            }
                        })))
                .get("/")
                .read();
        assertFalse(reply.isWhole());
    }

    @ParameterizedTest
    @ValueSource(strings = {"exception", "io", "error"})
    @DisplayName(
            "8: content that only the close would end is cut by a reset if it fails, for the close would make it whole")
    void resetsAStreamToHttp10ThatFails(String failure) throws Exception {
        RawClient client = client(request -> Response.stream(MediaType.TEXT_PLAIN_UTF_8, output -> {
                    output.write('a');
                    output.flush();
                    switch (failure) {
                        case "io" -> throw new IOException("as the test wants it");
                        case "error" -> throw new StackOverflowError("as the test wants it");
                        default -> throw new IllegalStateException("as the test wants it");
                    }
                }))
                .send("GET / HTTP/1.0\r\n\r\n");
        assertEquals("HTTP/1.1 200", client.readOctets(12));
        assertThrows(SocketException.class, client::readToEnd);
    }

    @Test
    @DisplayName("8: content that is complete stays so, although closing it fails")
    void resetsNothingThatIsComplete() throws Exception {
        RawClient client = client(request -> Response.stream(
                        MediaType.TEXT_PLAIN_UTF_8,
                        new ByteArrayInputStream("abc".getBytes(StandardCharsets.US_ASCII)) {
                            @Override
                            public void close() throws IOException {
                                throw new IOException("as the test wants it");
                            }
                        }))
                .send("GET / HTTP/1.0\r\n\r\n");
        assertTrue(client.readToEnd().endsWith("\r\n\r\nabc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/chunked", "/counted"})
    @DisplayName("8: octets that are written after the end of a message are refused")
    void refusesOctetsBehindTheEnd(String path) throws Exception {
        AtomicReference<ContentOutput> kept = new AtomicReference<>();
        RawClient client = client(request -> {
            if (request.path().equals("/late")) {
                try {
                    kept.get().write("smuggled".getBytes(StandardCharsets.US_ASCII));
                    kept.get().flush();
                    return Response.text("written");
                } catch (IOException e) {
                    return Response.text("refused");
                }
            }
            ResponseContent content = request.path().equals("/chunked")
                    ? ResponseContent.written(kept::set)
                    : ResponseContent.written(0, kept::set);
            return Response.of(Status.OK).withContent(MediaType.TEXT_PLAIN_UTF_8, content);
        });
        assertEquals("", client.get(path).read().content());
        assertEquals("refused", client.get("/late").read().content());
    }
}
