package dev.weir.internal.net;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.config.ThreadSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionThreadsTest {

    /** Of which three may wait. */
    private final ConnectionThreads threads = new ConnectionThreads(ThreadSettings.platform(4));

    @AfterEach
    void stop() throws InterruptedException {
        threads.stop();
    }

    private void enterThreeWaits() {
        for (int i = 0; i < 3; i++) {
            assertTrue(threads.tryEnterWait());
        }
    }

    @Test
    void isNotCrowdedAsLongAsAllMayWait() {
        enterThreeWaits();
        threads.check(0);
        assertFalse(threads.isCrowded());
    }

    @Test
    void isCrowdedFromARefusalUntilACheckAfterWhichThereWasNone() {
        enterThreeWaits();
        assertFalse(threads.tryEnterWait());
        assertTrue(threads.isCrowded());
        threads.check(0);
        assertTrue(threads.isCrowded());
        threads.leaveWait();
        assertTrue(threads.tryEnterWait());
        assertTrue(threads.isCrowded());
        threads.check(200);
        assertFalse(threads.isCrowded());
    }

    @Test
    void staysCrowdedWhileConnectionsAreRefused() {
        enterThreeWaits();
        for (int i = 0; i < 3; i++) {
            assertFalse(threads.tryEnterWait());
            threads.check(i);
            assertTrue(threads.isCrowded());
        }
    }
}
