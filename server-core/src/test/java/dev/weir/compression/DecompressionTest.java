package dev.weir.compression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.http.ContentOutput;
import dev.weir.http.ContentSource;
import dev.weir.http.Headers;
import dev.weir.http.HttpException;
import dev.weir.http.MediaType;
import dev.weir.http.Method;
import dev.weir.http.Problem;
import dev.weir.http.Request;
import dev.weir.http.RequestContent;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.routing.Handler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecompressionTest {

    private static final String TEXT = "All work and no play. ".repeat(100);

    @Nested
    class Decoded {

        @ParameterizedTest
        @ValueSource(strings = {"gzip", "x-gzip", "GZip", " gzip ,", "identity, gzip"})
        void gzip(String coding) throws Exception {
            assertEquals(TEXT, text(request(coding, Coded.gzip(TEXT))));
        }

        @Test
        void deflate() throws Exception {
            assertEquals(TEXT, text(request("deflate", Coded.deflate(TEXT))));
        }

        @Test
        void severalInARowLastOneFirst() throws Exception {
            byte[] coded = Coded.deflate(Coded.gzip(TEXT));
            assertEquals(TEXT, text(request("gzip, deflate", coded)));
            assertEquals(
                    TEXT,
                    text(request("gzip", coded)
                            .withHeaders(Headers.of("Content-Encoding", "gzip", "Content-Encoding", "deflate"))));
        }

        @Test
        void aCodingOfSomebodyElse() throws Exception {
            ContentCoding plain = ContentCoding.of("plain", out -> out, in -> in);
            Request request = request("plain", TEXT.getBytes(StandardCharsets.UTF_8));
            assertEquals(TEXT, text(Decompression.of(plain), request));
        }

        @Test
        void handlersFindNeitherCodingNorLength() throws Exception {
            Request sent = request("gzip", Coded.gzip(TEXT))
                    .withHeader("Content-Length", "77")
                    .withHeader("Content-Type", "text/plain");
            Decompression.defaults().filter(sent, request -> {
                assertEquals(Headers.of("Content-Type", "text/plain"), request.headers());
                assertEquals(OptionalLong.empty(), request.content().length());
                return Response.noContent();
            });
        }

        @Test
        void identityAloneIsTakenAway() throws Exception {
            Request sent = request("identity", TEXT.getBytes(StandardCharsets.UTF_8));
            Decompression.defaults().filter(sent, request -> {
                assertEquals(Headers.empty(), request.headers());
                assertEquals(OptionalLong.of(TEXT.length()), request.content().length());
                return Response.noContent();
            });
        }

        @Test
        void noContentStaysNone() throws Exception {
            assertEquals("", text(request("gzip", new byte[0])));
            assertEquals("", text(chunked("gzip", new byte[0])));
            assertEquals("", text(Request.get("/").withHeader("Content-Encoding", "gzip")));
        }

        @Test
        void trailersAreThoseOfTheMessage() throws Exception {
            Decompression.defaults().filter(chunked("gzip", Coded.gzip("a")), request -> {
                request.content().bytes();
                assertEquals(Headers.of("X-Sum", "1"), request.content().trailers());
                return Response.noContent();
            });
        }

        @Test
        void requestsWithoutACodingPassAsTheyAre() throws Exception {
            Request sent = Request.post("/", MediaType.TEXT_PLAIN, "abc");
            Decompression.defaults().filter(sent, request -> {
                assertSame(sent, request);
                return Response.noContent();
            });
        }

        @Test
        void theStreamIsTheSameEachTime() throws Exception {
            Decompression.defaults().filter(request("gzip", Coded.gzip("abc")), request -> {
                assertEquals('a', request.content().stream().read());
                assertEquals("bc", request.content().text());
                return Response.noContent();
            });
        }
    }

    @Nested
    class Refused {

        @ParameterizedTest
        @ValueSource(strings = {"br", "gzip, br", "br, gzip", "compress", "gzip;q=1", "gzip deflate", "*"})
        void unknownCodings(String coding) {
            HttpException e = refusal(Decompression.defaults(), request(coding, Coded.gzip(TEXT)));
            assertEquals(Status.UNSUPPORTED_MEDIA_TYPE, e.status());
            assertEquals(Optional.of("gzip, deflate"), e.headers().first("Accept-Encoding"));
            assertFalse(e.getMessage().contains("br"), e.getMessage());
        }

        @Test
        void moreCodingsThanTheLimit() throws Exception {
            byte[] twice = Coded.gzip(Coded.gzip(TEXT));
            Decompression most = Decompression.defaults().withMostCodings(2);

            assertEquals(TEXT, text(most, request("gzip, gzip", twice)));
            HttpException e = refusal(most, request("gzip, gzip, gzip", Coded.gzip(twice)));
            assertEquals(Status.UNSUPPORTED_MEDIA_TYPE, e.status());
            assertEquals(Optional.of("gzip, deflate"), e.headers().first("Accept-Encoding"));
        }

        @Test
        void contentThatEndsEarly() {
            byte[] whole = Coded.gzip(TEXT);
            for (int length = 1; length < whole.length; length++) {
                HttpException e = refusal(Decompression.defaults(), request("gzip", Arrays.copyOf(whole, length)));
                assertEquals(Status.BAD_REQUEST, e.status(), "first " + length + " octets");
            }
        }

        @Test
        void contentThatIsCorruptOrHasSomethingBehindIt() {
            byte[] whole = Coded.gzip(TEXT);
            byte[] changed = whole.clone();
            changed[whole.length / 2] ^= 1;
            for (byte[] content : new byte[][] {
                changed, Coded.joined(whole, new byte[] {0}), TEXT.getBytes(StandardCharsets.UTF_8), Coded.deflate(TEXT)
            }) {
                assertEquals(
                        Status.BAD_REQUEST,
                        refusal(Decompression.defaults(), request("gzip", content))
                                .status());
            }
        }

        @Test
        void octetsThatADecoderLeaves() {
            // As those of other people do, it stops at the end of what it understands.
            ContentCoding five = ContentCoding.of("five", out -> out, in -> new FilterInputStream(in) {
                private int left = 5;

                @Override
                public int read(byte[] into, int offset, int count) throws IOException {
                    int read = left == 0 ? -1 : in.read(into, offset, Math.min(left, count));
                    left -= Math.max(read, 0);
                    return read;
                }
            });
            Request request = request("five", "12345six".getBytes(StandardCharsets.UTF_8));
            assertEquals(
                    Status.BAD_REQUEST, refusal(Decompression.of(five), request).status());
        }

        @Test
        void everyFurtherReadToo() throws Exception {
            Decompression.defaults().filter(request("gzip", new byte[] {1, 2, 3}), request -> {
                InputStream stream = request.content().stream();
                assertThrows(HttpException.class, stream::read);
                assertThrows(HttpException.class, stream::read);
                return Response.noContent();
            });
        }
    }

    @Nested
    class Limited {

        @Test
        void moreThanTheContentsLimitAfterDecoding() throws Exception {
            byte[] coded = Coded.gzip(TEXT);
            Request request = chunked("gzip", coded);

            assertTrue(coded.length < 100);
            assertEquals(TEXT, text(withLimit(request, coded, TEXT.length())));
            HttpException e = refusal(Decompression.defaults(), withLimit(request, coded, TEXT.length() - 1));
            assertEquals(Status.CONTENT_TOO_LARGE, e.status());
        }

        @Test
        void theLimitThatAHandlerSetsCountsAfterDecoding() throws Exception {
            Decompression.defaults().filter(request("gzip", Coded.gzip(TEXT)), request -> {
                RequestContent content = request.content().limitedTo(1000);
                HttpException e = assertThrows(HttpException.class, content::bytes);
                assertEquals(Status.CONTENT_TOO_LARGE, e.status());
                return Response.noContent();
            });
        }

        @Test
        void aBombIsRefusedWhereItBeginsToGrow() throws Exception {
            byte[] bomb = Coded.gzip(new byte[20 << 20]);
            AtomicInteger read = new AtomicInteger();
            Handler reader = request -> {
                InputStream stream = request.content().stream();
                byte[] into = new byte[1 << 20];
                for (int count = stream.read(into); count >= 0; count = stream.read(into)) {
                    read.addAndGet(count);
                }
                return Response.noContent();
            };
            HttpException e = assertThrows(
                    HttpException.class, () -> Decompression.defaults().filter(request("gzip", bomb), reader));

            assertEquals(Status.CONTENT_TOO_LARGE, e.status());
            assertTrue(read.get() <= 2 << 20, "read " + read);
        }

        @Test
        void growthIsFreeBelowItsBound() throws Exception {
            byte[] zeros = Coded.gzip(new byte[1 << 20]);
            assertEquals(1 << 20, text(request("gzip", zeros)).length());
            assertEquals(
                    Status.CONTENT_TOO_LARGE,
                    refusal(Decompression.defaults().withGrowthLimit(100, 1000), request("gzip", zeros))
                            .status());
            assertEquals(
                    1 << 20,
                    text(Decompression.defaults().withGrowthLimit(1032, 1000), request("gzip", zeros))
                            .length());
        }

        @Test
        void aBombInABombIsRefused() {
            byte[] bomb = Coded.gzip(Coded.gzip(new byte[100 << 20]));
            HttpException e = refusal(Decompression.defaults(), request("gzip, gzip", bomb));
            assertEquals(Status.CONTENT_TOO_LARGE, e.status());
        }

        @Test
        void membersWithNothingInThemAreRefusedSoon() {
            Endless members = new Endless(Coded.gzip(""));
            HttpException e = refusal(Decompression.defaults(), withSource(members));
            assertEquals(Status.BAD_REQUEST, e.status());
            assertTrue(members.count < 200_000, "read " + members.count);
        }

        @Test
        void aNameWithoutEndIsRefusedSoon() {
            Endless header = new Endless(new byte[] {0x1f, (byte) 0x8b, 8, 8, 0, 0, 0, 0, 0, 3}, (byte) 'n');
            HttpException e = refusal(Decompression.defaults(), withSource(header));
            assertEquals(Status.BAD_REQUEST, e.status());
            assertTrue(header.count < 200_000, "read " + header.count);
        }

        @Test
        void settingsOutOfRangeAreRefused() {
            Decompression decompression = Decompression.defaults();
            assertThrows(IllegalArgumentException.class, () -> decompression.withMostCodings(0));
            assertThrows(IllegalArgumentException.class, () -> decompression.withGrowthLimit(0, 0));
            assertThrows(IllegalArgumentException.class, () -> decompression.withGrowthLimit(1, -1));
            assertThrows(IllegalArgumentException.class, Decompression::of);
        }
    }

    @Nested
    class Released {

        private final AtomicInteger open = new AtomicInteger();
        private final ContentCoding counted = ContentCoding.of("counted", out -> out, in -> {
            open.incrementAndGet();
            return new FilterInputStream(in) {
                @Override
                public void close() throws IOException {
                    open.decrementAndGet();
                    in.close();
                }
            };
        });
        private final Request request = request("counted", "abc".getBytes(StandardCharsets.UTF_8));

        @Test
        void nothingIsOpenedBeforeSomebodyReads() throws Exception {
            Decompression.of(counted).filter(request, handled -> {
                handled.content().stream();
                assertEquals(0, open.get());
                return Response.noContent();
            });
        }

        @Test
        void theDecoderIsClosedAtTheEnd() throws Exception {
            Decompression.of(counted).filter(request, handled -> {
                handled.content().bytes();
                assertEquals(0, open.get());
                return Response.noContent();
            });
        }

        @Test
        void theDecoderIsClosedWithTheResponseIfItWasNotReadToTheEnd() throws Exception {
            Response response = Decompression.of(counted).filter(request, handled -> {
                handled.content().stream().read();
                return Response.text("a");
            });
            assertEquals(1, open.get());
            assertEquals(OptionalLong.of(1), response.content().length());
            response.content().close();
            assertEquals(0, open.get());
        }

        @Test
        void theDecoderIsClosedIfTheHandlerFails() {
            assertThrows(
                    IllegalStateException.class, () -> Decompression.of(counted).filter(request, handled -> {
                        handled.content().stream().read();
                        throw new IllegalStateException();
                    }));
            assertEquals(0, open.get());
        }

        @Test
        void theDecoderIsClosedBehindAProblemWhichStaysOne() throws Exception {
            Response response = Decompression.of(counted).filter(request, handled -> {
                handled.content().stream().read();
                return Response.problem(Problem.of(Status.CONFLICT));
            });
            assertEquals(0, open.get());
            assertTrue(response.problem().isPresent());
        }

        @Test
        void contentOfTheResponseMayReadWhatWasSent() throws Exception {
            Response response = Decompression.defaults()
                    .filter(
                            request("gzip", Coded.gzip(TEXT)),
                            handled -> Response.stream(MediaType.TEXT_PLAIN, output -> handled.content().stream()
                                    .transferTo(output)));
            ByteArrayOutputStream sent = new ByteArrayOutputStream();
            response.content().writeTo(ContentOutput.to(sent));
            response.content().close();
            assertEquals(TEXT, sent.toString(StandardCharsets.UTF_8));
        }

        @Test
        void nothingIsReadOnceTheRequestIsAnswered() throws Exception {
            RequestContent[] kept = new RequestContent[1];
            Response response = Decompression.of(counted).filter(request, handled -> {
                kept[0] = handled.content();
                return Response.text("a");
            });
            response.content().close();
            assertThrows(IOException.class, () -> kept[0].stream());
        }

        @Test
        void aFailureOfTheConnectionIsNoFaultOfTheContent() {
            Request broken = withSource(new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("reset");
                }
            });
            IOException e = assertThrows(IOException.class, () -> text(broken));
            assertEquals("reset", e.getMessage());
        }

        @Test
        void whatTheServerSaysOfTheContentIsPassedOn() {
            Request slow = withSource(new InputStream() {
                @Override
                public int read() {
                    throw new HttpException(Status.REQUEST_TIMEOUT);
                }
            });
            assertEquals(
                    Status.REQUEST_TIMEOUT,
                    refusal(Decompression.defaults(), slow).status());
        }
    }

    private static HttpException refusal(Decompression decompression, Request request) {
        return assertThrows(HttpException.class, () -> text(decompression, request));
    }

    private static String text(Request request) throws Exception {
        return text(Decompression.defaults(), request);
    }

    private static String text(Decompression decompression, Request request) throws Exception {
        String[] text = new String[1];
        decompression.filter(request, handled -> {
            text[0] = handled.content().text();
            return Response.noContent();
        });
        return text[0];
    }

    private static Request request(String coding, byte[] content) {
        return Request.of(Method.POST, "/")
                .withHeader("Content-Encoding", coding.strip())
                .withContent(content);
    }

    private static Request chunked(String coding, byte[] content) {
        return request(coding, new byte[] {1})
                .withContent(RequestContent.of(
                        new Source(new ByteArrayInputStream(content), Headers.of("X-Sum", "1")), Long.MAX_VALUE));
    }

    private static Request withLimit(Request request, byte[] content, long limit) {
        return request.withContent(
                RequestContent.of(new Source(new ByteArrayInputStream(content), Headers.empty()), limit));
    }

    private static Request withSource(InputStream stream) {
        return request("gzip", new byte[] {1})
                .withContent(RequestContent.of(new Source(stream, Headers.empty()), Long.MAX_VALUE));
    }

    /** Content of unknown length. */
    private record Source(InputStream stream, Headers trailers) implements ContentSource {

        @Override
        public OptionalLong length() {
            return OptionalLong.empty();
        }
    }

    /** The same again and again; fails at a million octets rather than go on. */
    private static final class Endless extends InputStream {

        private final byte[] start;
        private final Optional<Byte> rest;
        private int count;

        Endless(byte[] repeated) {
            start = repeated;
            rest = Optional.empty();
        }

        Endless(byte[] start, byte rest) {
            this.start = start;
            this.rest = Optional.of(rest);
        }

        @Override
        public int read() {
            if (count > 1_000_000) {
                throw new AssertionError("nobody stops reading");
            }
            int at = count++;
            return (at < start.length || rest.isEmpty() ? start[at % start.length] : rest.get()) & 0xff;
        }
    }
}
