package dev.weir.config;

import java.time.Duration;

/**
 * How long the server waits for a peer. Deadlines are checked a few times a second, so they end up to half a second late.
 *
 * @param handshake from accepting a connection to the end of its PROXY header, where one is expected
 * @param head from the first octet of a request to the end of its header section; answered with 408
 * @param idle longest pause within a message, in either direction
 * @param keepAlive longest pause between requests, and before the first
 * @param minimumRate least octets a second, in either direction, on average over a message; 0 for any
 * @param minimumRateGrace time at the start of a message in which its rate does not count
 */
public record Timeouts(
        Duration handshake,
        Duration head,
        Duration idle,
        Duration keepAlive,
        long minimumRate,
        Duration minimumRateGrace) {

    /** Checks every value. */
    public Timeouts {
        Checks.positive("handshake", handshake);
        Checks.positive("head", head);
        Checks.positive("idle", idle);
        Checks.positive("keepAlive", keepAlive);
        Checks.range("minimumRate", minimumRate, 0, Long.MAX_VALUE);
        Checks.positive("minimumRateGrace", minimumRateGrace);
    }

    /** The defaults. */
    public static Timeouts defaults() {
        return new Timeouts(
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                1024,
                Duration.ofSeconds(10));
    }

    /** These with another handshake. */
    public Timeouts withHandshake(Duration handshake) {
        return new Timeouts(handshake, head, idle, keepAlive, minimumRate, minimumRateGrace);
    }

    /** These with another head. */
    public Timeouts withHead(Duration head) {
        return new Timeouts(handshake, head, idle, keepAlive, minimumRate, minimumRateGrace);
    }

    /** These with another idle. */
    public Timeouts withIdle(Duration idle) {
        return new Timeouts(handshake, head, idle, keepAlive, minimumRate, minimumRateGrace);
    }

    /** These with another keepAlive. */
    public Timeouts withKeepAlive(Duration keepAlive) {
        return new Timeouts(handshake, head, idle, keepAlive, minimumRate, minimumRateGrace);
    }

    /** These with another minimumRate. */
    public Timeouts withMinimumRate(long minimumRate) {
        return new Timeouts(handshake, head, idle, keepAlive, minimumRate, minimumRateGrace);
    }

    /** These with another minimumRateGrace. */
    public Timeouts withMinimumRateGrace(Duration minimumRateGrace) {
        return new Timeouts(handshake, head, idle, keepAlive, minimumRate, minimumRateGrace);
    }
}
