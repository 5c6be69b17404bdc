package dev.weir.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.sample.RawClient.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The fourteen behaviours that the sample application promises, against the runnable jar over plain sockets. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SampleAppIT {

    @TempDir
    static Path folder;

    private static SampleProcess app;

    @BeforeAll
    static void start() throws IOException {
        app = SampleProcess.start(folder, "--directory", "files");
    }

    @AfterAll
    static void stop() throws IOException {
        app.endWithoutComplaints();
    }

    @Test
    @Order(1)
    void bindsAndAccepts() throws IOException {
        app.connect().close();
    }

    @Test
    @Order(2)
    void answersTheRootWith200() throws IOException {
        try (RawClient client = app.connect()) {
            assertEquals(200, client.get("/").status());
        }
    }

    @Test
    @Order(3)
    void answersAnUnknownPathWith404() throws IOException {
        try (RawClient client = app.connect()) {
            assertEquals(404, client.get("/abcdefg").status());
        }
    }

    @Test
    @Order(4)
    void echoesThePath() throws IOException {
        try (RawClient client = app.connect()) {
            Reply reply = client.get("/echo/abc");
            assertEquals(200, reply.status());
            assertEquals("text/plain", reply.field("Content-Type"));
            assertEquals("3", reply.field("Content-Length"));
            assertEquals("abc", reply.text());
        }
    }

    @Test
    @Order(5)
    void readsTheUserAgentField() throws IOException {
        try (RawClient client = app.connect()) {
            Reply reply = client.get("/user-agent", "uSeR-aGeNt: foobar/1.2.3");
            assertEquals(200, reply.status());
            assertEquals("text/plain", reply.field("Content-Type"));
            assertEquals("12", reply.field("Content-Length"));
            assertEquals("foobar/1.2.3", reply.text());
        }
    }

    @Test
    @Order(6)
    void servesManyConnectionsThatWereOpenedBeforeAnyWasUsed() throws IOException {
        List<RawClient> clients = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                clients.add(app.connect());
            }
            for (int i = 0; i < clients.size(); i++) {
                clients.get(i).sendGet("/echo/" + i);
            }
            for (int i = clients.size() - 1; i >= 0; i--) {
                assertEquals(String.valueOf(i), clients.get(i).read().text());
            }
        } finally {
            for (RawClient client : clients) {
                client.close();
            }
        }
    }

    @Test
    @Order(7)
    void readsAFileWithItsLengthAndType() throws IOException {
        Files.writeString(folder.resolve("files/foo"), "Hello, World!");
        try (RawClient client = app.connect()) {
            Reply reply = client.get("/files/foo");
            assertEquals(200, reply.status());
            assertEquals("application/octet-stream", reply.field("Content-Type"));
            assertEquals("13", reply.field("Content-Length"));
            assertEquals("Hello, World!", reply.text());
            assertEquals(404, client.get("/files/no_such_file").status());
        }
    }

    @Test
    @Order(8)
    void writesAFileAndAnswers201() throws IOException {
        byte[] content = "12345".getBytes(StandardCharsets.US_ASCII);
        try (RawClient client = app.connect()) {
            assertEquals(
                    201,
                    client.post("/files/file_123", content, "Content-Type: application/octet-stream")
                            .status());
            assertArrayEquals(content, Files.readAllBytes(folder.resolve("files/file_123")));
        }
    }

    @Test
    @Order(9)
    void answersAcceptEncodingGzipWithContentEncodingGzip() throws IOException {
        try (RawClient client = app.connect()) {
            Reply reply = client.get("/echo/abc", "Accept-Encoding: gzip");
            assertEquals(200, reply.status());
            assertEquals("gzip", reply.field("Content-Encoding"));
            assertEquals("text/plain", reply.field("Content-Type"));
        }
    }

    @Test
    @Order(10)
    void findsGzipAmongOtherCodingsAndIgnoresUnknownOnes() throws IOException {
        try (RawClient client = app.connect()) {
            assertEquals(
                    "gzip",
                    client.get("/echo/abc", "Accept-Encoding: invalid-1, gzip, invalid-2")
                            .field("Content-Encoding"));
            Reply identity = client.get("/echo/abc", "Accept-Encoding: invalid");
            assertNull(identity.field("Content-Encoding"));
            assertEquals("abc", identity.text());
        }
    }

    @Test
    @Order(11)
    void sendsRealGzipWithItsCompressedLength() throws IOException {
        try (RawClient client = app.connect()) {
            Reply reply = client.get("/echo/abc", "Accept-Encoding: gzip");
            assertEquals(String.valueOf(reply.content().length), reply.field("Content-Length"));
            try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(reply.content()))) {
                assertEquals("abc", new String(gzip.readAllBytes(), StandardCharsets.US_ASCII));
            }
            assertEquals("def", client.get("/echo/def").text());
        }
    }

    @Test
    @Order(12)
    void answersTwoRequestsOnOneConnection() throws IOException {
        try (RawClient client = app.connect()) {
            assertEquals("first", client.get("/echo/first").text());
            assertEquals(
                    "second/1.0",
                    client.get("/user-agent", "User-Agent: second/1.0").text());
        }
    }

    @Test
    @Order(13)
    void answersSeveralPersistentConnectionsInterleaved() throws IOException {
        try (RawClient one = app.connect();
                RawClient two = app.connect();
                RawClient three = app.connect()) {
            for (int round = 0; round < 5; round++) {
                one.sendGet("/echo/one" + round);
                two.sendGet("/echo/two" + round);
                three.sendGet("/user-agent", "User-Agent: three" + round);
                assertEquals("three" + round, three.read().text());
                assertEquals("one" + round, one.read().text());
                assertEquals("two" + round, two.read().text());
            }
        }
    }

    @Test
    @Order(14)
    void announcesConnectionCloseAndClosesAfterTheResponse() throws IOException {
        try (RawClient client = app.connect()) {
            assertNull(client.get("/echo/stays").field("Connection"));
            Reply reply = client.get("/echo/goes", "Connection: close");
            assertEquals("close", reply.field("Connection"));
            assertEquals("goes", reply.text());
            assertTrue(client.isClosedByServer());
        }
    }

    @Test
    @Order(15)
    void sendsContentBackWithItsMediaType() throws IOException {
        byte[] octets = {0, 1, 2, (byte) 0xFF, 13, 10, 13, 10};
        try (RawClient client = app.connect()) {
            Reply reply = client.post("/echo", octets, "Content-Type: application/x-thing; v=1");
            assertEquals("application/x-thing; v=1", reply.field("Content-Type"));
            assertArrayEquals(octets, reply.content());
        }
    }
}
