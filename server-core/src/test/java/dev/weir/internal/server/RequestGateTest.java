package dev.weir.internal.server;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.config.Limits;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RequestGateTest {

    private static final Duration A_MOMENT = Duration.ofMillis(1);
    private static final Duration LONG = Duration.ofMinutes(1);

    private static RequestGate gate(int inProgress, int waiting, Duration longestWait) {
        return new RequestGate(Limits.defaults()
                .withRequestsInProgress(inProgress)
                .withRequestsWaiting(waiting)
                .withLongestWait(longestWait));
    }

    @Test
    void letsAsManyInAsMayRun() {
        RequestGate gate = gate(2, 0, LONG);
        gate.enter();
        assertTrue(gate.enter());
    }

    @Test
    void turnsAwayOneMoreIfNoneMayWait() {
        RequestGate gate = gate(1, 0, LONG);
        gate.enter();
        assertFalse(gate.enter());
    }

    @Test
    void turnsAwayWhoHasWaitedTheLongestTime() {
        RequestGate gate = gate(1, 1, A_MOMENT);
        gate.enter();
        assertFalse(gate.enter());
    }

    @Test
    void letsTheNextInAfterOneLeft() {
        RequestGate gate = gate(1, 0, LONG);
        gate.enter();
        gate.leave();
        assertTrue(gate.enter());
    }

    @Test
    void letsWhoWaitsInWhenOneLeaves() throws Exception {
        RequestGate gate = gate(1, 1, LONG);
        gate.enter();
        CompletableFuture<Boolean> waiting = new CompletableFuture<>();
        Thread second = new Thread(() -> waiting.complete(gate.enter()));
        second.start();
        waitUntilParked(second);
        gate.leave();
        assertTrue(waiting.get(30, TimeUnit.SECONDS));
    }

    @Test
    void turnsAwayWhoFindsThePlacesToWaitTaken() throws Exception {
        RequestGate gate = gate(1, 1, LONG);
        gate.enter();
        Thread second = new Thread(gate::enter);
        second.start();
        waitUntilParked(second);
        boolean isIn = gate.enter();
        gate.leave();
        second.join();
        assertFalse(isIn);
    }

    @Test
    void turnsAwayWhoIsInterrupted() {
        RequestGate gate = gate(1, 1, LONG);
        gate.enter();
        Thread.currentThread().interrupt();
        boolean isIn = gate.enter();
        Thread.interrupted();
        assertFalse(isIn);
    }

    @Test
    void leavesTheInterruptWithTheThread() {
        RequestGate gate = gate(1, 1, LONG);
        gate.enter();
        Thread.currentThread().interrupt();
        gate.enter();
        assertTrue(Thread.interrupted());
    }

    private static void waitUntilParked(Thread thread) {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }
}
