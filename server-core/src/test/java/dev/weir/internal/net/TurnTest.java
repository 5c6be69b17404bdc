package dev.weir.internal.net;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weir.config.ThreadSettings;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class TurnTest {

    /** Starts a thread while all processors are kept busy by threads that do something and give way, again and again. */
    private static boolean isStartedWhileOthers(Consumer<Turn> giveWay) throws InterruptedException {
        assumeTrue(Runtime.version().feature() >= 21, "virtual threads");
        ConnectionThreads threads = new ConnectionThreads(ThreadSettings.virtual());
        AtomicBoolean isOver = new AtomicBoolean();
        int busy = 4 * Runtime.getRuntime().availableProcessors();
        CountDownLatch running = new CountDownLatch(busy);
        CountDownLatch ended = new CountDownLatch(busy);
        CountDownLatch started = new CountDownLatch(1);
        try {
            for (int i = 0; i < busy; i++) {
                threads.run(() -> {
                    Turn turn = Turn.on(threads);
                    running.countDown();
                    while (!isOver.get()) {
                        giveWay.accept(turn);
                    }
                    ended.countDown();
                });
            }
            // Some may never get to run before others end, which is what this is about.
            running.await(100, TimeUnit.MILLISECONDS);
            threads.run(started::countDown);
            return started.await(20, TimeUnit.SECONDS);
        } finally {
            isOver.set(true);
            assertTrue(ended.await(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void threadsThatLeaveWhenTheirTurnIsOverLetOthersStart() throws InterruptedException {
        assertTrue(isStartedWhileOthers(turn -> {
            if (turn.isOver()) {
                turn.leave();
            } else {
                turn.giveWay();
            }
        }));
    }

    @Test
    void threadsThatLeaveWhileTheirMessageIsLongLetOthersStart() throws InterruptedException {
        assertTrue(isStartedWhileOthers(Turn::leaveIfLong));
    }

    @Test
    void aMessageThatHasJustBegunIsNotLong() {
        assumeTrue(Runtime.version().feature() >= 21, "virtual threads");
        Turn turn = Turn.on(new ConnectionThreads(ThreadSettings.virtual()));
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
        while (System.nanoTime() < end) {
            turn.beginMessage();
            assertFalse(turn.leaveIfLong());
        }
    }

    @Test
    void onPlatformThreadsNoTurnIsEverOver() {
        Turn turn = Turn.on(new ConnectionThreads(ThreadSettings.platform(4)));
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
        while (System.nanoTime() < end) {
            assertFalse(turn.isOver());
        }
    }
}
