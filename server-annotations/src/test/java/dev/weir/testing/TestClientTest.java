package dev.weir.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Connections, cookies and deadlines of a client. */
final class TestClientTest extends BothWays {

    @Test
    void keepsCookiesWhereAsked() {
        client.get("/login").send();
        assertFalse(client.get("/headers").send().text().contains("Cookie"));
        TestClient browser = client.keepingCookies();
        browser.get("/login").send();
        assertTrue(browser.get("/headers").send().text().contains("Cookie: session=s1\n"));
        assertTrue(browser.get("/headers").cookie("x", "y").send().text().contains("Cookie: session=s1; x=y\n"));
        browser.get("/logout").send();
        assertFalse(browser.get("/headers").send().text().contains("Cookie"));
    }

    @Test
    void hasAConnectionForEachRequestOrOneForAll() {
        try (TestClient one = client.onOneConnection()) {
            String first = one.get("/port").send().text();
            assertEquals(1, server.openConnections());
            one.head("/hello").send();
            one.get("/nothing").send();
            one.post("/echo").content(new byte[1]).inChunks().send();
            assertEquals(first, one.get("/port").send().text());
            assertEquals(1, server.openConnections());
            one.get("/hello").header("Connection", "close").send();
            assertEquals("hellö", one.get("/hello").send().text());
        }
    }

    @Test
    void doesNotWaitForEver() {
        ExchangeFailedException e = assertThrows(
                ExchangeFailedException.class,
                () -> client.withDeadline(Duration.ofMillis(200)).get("/hang").send());
        assertEquals(
                "GET /hang (expected: a response): none within 0.2 s; its handler may still be running",
                e.getMessage());
        assertEquals(Optional.empty(), e.received());
    }

    @Test
    void doesNotWaitForEverForContentThatHasBegun() {
        lines.add("one");
        ExchangeFailedException e = assertThrows(
                ExchangeFailedException.class,
                () -> client.withDeadline(Duration.ofSeconds(2)).get("/lines").send());
        assertEquals("one\n", e.received().orElseThrow().text());
        lines.add("");
    }

    @Test
    void hasNoAnswerFromAServerThatHasStopped() {
        server.close();
        assertThrows(ExchangeFailedException.class, () -> client.get("/hello").send());
    }
}
