package dev.weir.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.weir.HttpServer;
import dev.weir.HttpServerBuilder;
import dev.weir.http.HttpException;
import dev.weir.http.MediaType;
import dev.weir.http.Response;
import dev.weir.http.Status;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The extension as tests use it, and as JUnit calls it where a test would have to fail. */
@Timeout(60)
class WeirExtensionTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @RegisterExtension
    static final WeirExtension forAll = WeirExtension.of(
            HttpServer.builder().port(1).get("/count", request -> Response.text("" + COUNT.incrementAndGet())));

    private static int portForAll;

    private static HttpServerBuilder failing() {
        return HttpServer.builder()
                .get("/fails", request -> {
                    throw new IllegalStateException("made to fail");
                })
                .get(
                        "/breaks",
                        request -> Response.stream(MediaType.TEXT_PLAIN, output -> {
                            throw new IOException("made to break");
                        }))
                .get("/answers", request -> {
                    throw new HttpException(Status.SERVICE_UNAVAILABLE);
                });
    }

    private static ExtensionContext context(String id) {
        ExtensionContext context = mock(ExtensionContext.class);
        when(context.getUniqueId()).thenReturn(id);
        return context;
    }

    @BeforeAll
    static void isStartedBeforeAll(TestClient client) {
        client.get("/count").send().expect(200);
        portForAll = forAll.server().port();
    }

    @Test
    void isReachedByThoseWhoAreGivenIt(TestClient client, HttpServer server, URI uri) throws IOException {
        assertNotEquals("0", client.get("/count").send().expect(200).text());
        assertSame(forAll.server(), server);
        assertEquals(forAll.uri(), uri);
        new Socket(uri.getHost(), uri.getPort()).close();
    }

    @Test
    void listensOnAFreePortThatStaysTheSameForAllTests() {
        assertNotEquals(1, forAll.server().port());
        assertEquals(portForAll, forAll.server().port());
    }

    /** JUnit tells extensions of nested classes too. */
    @Nested
    class InANestedClass {

        @RegisterExtension
        final WeirExtension forEach = WeirExtension.inMemory(failing());

        @Test
        void isStillTheSame() {
            assertEquals(portForAll, forAll.server().port());
        }

        @Test
        void isAnotherOneForEachTestInAFieldOfAnInstance() {
            assertFalse(forEach.server().isListening());
            assertEquals(404, forEach.client().get("/count").send().status().code());
        }

        @Test
        void failuresThatWereAskedForAreExpected() {
            forEach.client().get("/fails").send().expect(500);
            List<Throwable> failures = forEach.takeFailures();
            assertEquals(1, failures.size());
            assertEquals("made to fail", failures.get(0).getMessage());
            assertEquals(List.of(), forEach.takeFailures());
        }

        @Test
        void answersThatAreThrownAreNoFailures() {
            forEach.client().get("/answers").send().expect(503);
        }
    }

    @Test
    void aTestFailsThatMakesTheApplicationFail() {
        WeirExtension extension = WeirExtension.inMemory(failing());
        ExtensionContext test = context("test");
        extension.beforeEach(test);
        extension.client().get("/fails").send();
        assertThrows(
                ExchangeFailedException.class,
                () -> extension.client().get("/breaks").send());

        AssertionError failure = assertThrows(AssertionError.class, () -> extension.afterEach(test));

        assertTrue(failure.getMessage().startsWith("the application failed at GET /fails "), failure.getMessage());
        assertEquals("made to fail", failure.getCause().getMessage());
        assertEquals("made to break", failure.getSuppressed()[0].getMessage());
        assertThrows(IllegalStateException.class, extension::server);
    }

    @Test
    void noTestFailsWhereFailuresAreTolerated() {
        WeirExtension extension = WeirExtension.inMemory(failing()).toleratingFailures();
        ExtensionContext test = context("test");
        extension.beforeEach(test);
        extension.client().get("/fails").send().expect(500);
        extension.afterEach(test);
    }

    @Test
    void stopsWhenTheOneIsOverThatItWasStartedFor() {
        WeirExtension extension = WeirExtension.inMemory(failing());
        extension.beforeAll(context("class"));
        HttpServer server = extension.server();
        extension.beforeAll(context("nested class"));
        extension.beforeEach(context("test"));
        extension.afterEach(context("test"));
        extension.afterAll(context("nested class"));
        assertSame(server, extension.server());
        extension.afterAll(context("class"));
        assertFalse(server.isReady());
        assertEquals(
                "server: not started (expected: within a test; in a static field, within a method for all tests)",
                assertThrows(IllegalStateException.class, extension::client).getMessage());
    }

    @Test
    void startsAgainForAnotherClass() {
        WeirExtension extension = WeirExtension.inMemory(failing());
        for (String id : List.of("one class", "another class")) {
            extension.beforeAll(context(id));
            extension.client().get("/answers").send().expect(503);
            extension.afterAll(context(id));
        }
    }
}
