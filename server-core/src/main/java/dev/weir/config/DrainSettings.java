package dev.weir.config;

import java.time.Duration;

/**
 * How a server stops without losing a request. The steps follow each other; zero leaves a step out.
 *
 * @param delay readiness has turned, but connections are still accepted: time for load balancers to see it
 * @param window part of the delay, at its end, over which more and more responses announce {@code Connection: close}, so
 *     that clients do not all come back at once
 * @param linger time that an idle connection still has for a request after the listener has closed
 * @param deadline time that requests in progress have after the listener has closed; then they are interrupted
 * @param lastWait time that interrupted requests have before their connections are cut
 */
public record DrainSettings(Duration delay, Duration window, Duration linger, Duration deadline, Duration lastWait) {

    /** Checks every value. */
    public DrainSettings {
        Checks.notNegative("delay", delay);
        Checks.notNegative("window", window);
        Checks.notNegative("linger", linger);
        Checks.notNegative("deadline", deadline);
        Checks.notNegative("lastWait", lastWait);
        if (window.compareTo(delay) > 0) {
            throw new IllegalArgumentException(
                    "window: " + window + " (expected: at most the delay, which is " + delay + ")");
        }
    }

    /** Five seconds of delay, all of it the window; a second of linger; 30 seconds for requests; a last second. */
    public static DrainSettings defaults() {
        return new DrainSettings(
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                Duration.ofSeconds(1));
    }

    /** No delay: the listener closes at once, and requests in progress have so long. */
    public static DrainSettings atOnce(Duration deadline) {
        return new DrainSettings(Duration.ZERO, Duration.ZERO, Duration.ZERO, deadline, Duration.ofSeconds(1));
    }

    /** These with another delay, all of it the window. */
    public DrainSettings withDelay(Duration delay) {
        return new DrainSettings(delay, delay, linger, deadline, lastWait);
    }

    /** These with another window. */
    public DrainSettings withWindow(Duration window) {
        return new DrainSettings(delay, window, linger, deadline, lastWait);
    }

    /** These with another linger. */
    public DrainSettings withLinger(Duration linger) {
        return new DrainSettings(delay, window, linger, deadline, lastWait);
    }

    /** These with another deadline. */
    public DrainSettings withDeadline(Duration deadline) {
        return new DrainSettings(delay, window, linger, deadline, lastWait);
    }

    /** These with another last wait. */
    public DrainSettings withLastWait(Duration lastWait) {
        return new DrainSettings(delay, window, linger, deadline, lastWait);
    }
}
