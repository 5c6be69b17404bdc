package dev.weir.config;

import java.time.Duration;

/**
 * What one peer, or all together, may take (RFC 9110 section 15.5 and 15.6 have the statuses). Sizes are in octets.
 *
 * @param requestLine longest request line; more is answered with 414
 * @param fieldSection longest header or trailer section; more is answered with 431
 * @param fieldLines most field lines in a section; more is answered with 431
 * @param content longest content of a request unless a route says otherwise; more is answered with 413
 * @param drain most octets of unread content that are read to keep a connection, or thrown away before it closes
 * @param connections most open connections; further ones wait in the backlog
 * @param requestsInProgress most requests that are handled at a time
 * @param requestsWaiting most requests that wait for their turn; further ones are answered with 503
 * @param longestWait longest time that a request waits for its turn before it is answered with 503
 */
public record Limits(
        int requestLine,
        int fieldSection,
        int fieldLines,
        long content,
        long drain,
        int connections,
        int requestsInProgress,
        int requestsWaiting,
        Duration longestWait) {

    /** Checks every value. */
    public Limits {
        Checks.range("requestLine", requestLine, 64, 1 << 20);
        Checks.range("fieldSection", fieldSection, 64, 16 << 20);
        Checks.range("fieldLines", fieldLines, 1, 10_000);
        Checks.range("content", content, 0, Long.MAX_VALUE);
        Checks.range("drain", drain, 0, Long.MAX_VALUE);
        Checks.range("connections", connections, 1, 10_000_000);
        Checks.range("requestsInProgress", requestsInProgress, 1, 1_000_000);
        Checks.range("requestsWaiting", requestsWaiting, 0, 1_000_000);
        Checks.positive("longestWait", longestWait);
    }

    /** The defaults. */
    public static Limits defaults() {
        return new Limits(8 << 10, 32 << 10, 100, 2 << 20, 256 << 10, 10_000, 1024, 256, Duration.ofSeconds(1));
    }

    /** These with another requestLine. */
    public Limits withRequestLine(int requestLine) {
        return new Limits(
                requestLine,
                fieldSection,
                fieldLines,
                content,
                drain,
                connections,
                requestsInProgress,
                requestsWaiting,
                longestWait);
    }

    /** These with another fieldSection. */
    public Limits withFieldSection(int fieldSection) {
        return new Limits(
                requestLine,
                fieldSection,
                fieldLines,
                content,
                drain,
                connections,
                requestsInProgress,
                requestsWaiting,
                longestWait);
    }

    /** These with another fieldLines. */
    public Limits withFieldLines(int fieldLines) {
        return new Limits(
                requestLine,
                fieldSection,
                fieldLines,
                content,
                drain,
                connections,
                requestsInProgress,
                requestsWaiting,
                longestWait);
    }

    /** These with another content. */
    public Limits withContent(long content) {
        return new Limits(
                requestLine,
                fieldSection,
                fieldLines,
                content,
                drain,
                connections,
                requestsInProgress,
                requestsWaiting,
                longestWait);
    }

    /** These with another drain. */
    public Limits withDrain(long drain) {
        return new Limits(
                requestLine,
                fieldSection,
                fieldLines,
                content,
                drain,
                connections,
                requestsInProgress,
                requestsWaiting,
                longestWait);
    }

    /** These with another connections. */
    public Limits withConnections(int connections) {
        return new Limits(
                requestLine,
                fieldSection,
                fieldLines,
                content,
                drain,
                connections,
                requestsInProgress,
                requestsWaiting,
                longestWait);
    }

    /** These with another requestsInProgress. */
    public Limits withRequestsInProgress(int requestsInProgress) {
        return new Limits(
                requestLine,
                fieldSection,
                fieldLines,
                content,
                drain,
                connections,
                requestsInProgress,
                requestsWaiting,
                longestWait);
    }

    /** These with another requestsWaiting. */
    public Limits withRequestsWaiting(int requestsWaiting) {
        return new Limits(
                requestLine,
                fieldSection,
                fieldLines,
                content,
                drain,
                connections,
                requestsInProgress,
                requestsWaiting,
                longestWait);
    }

    /** These with another longestWait. */
    public Limits withLongestWait(Duration longestWait) {
        return new Limits(
                requestLine,
                fieldSection,
                fieldLines,
                content,
                drain,
                connections,
                requestsInProgress,
                requestsWaiting,
                longestWait);
    }
}
