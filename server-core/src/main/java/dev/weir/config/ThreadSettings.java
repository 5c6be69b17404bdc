package dev.weir.config;

import java.util.Objects;

/**
 * Where connections get their threads from.
 *
 * @param kind virtual or platform threads
 * @param poolSize most platform threads that are at work, where those are used. Threads that wait, for a client in the
 *     middle of a message or for an event to send, are made up for by others if requests queue, up to ten times as many
 */
public record ThreadSettings(Kind kind, int poolSize) {

    /** Kinds of threads. */
    public enum Kind {
        /** Virtual threads where the JVM has them (21 and newer), platform threads elsewhere. */
        AUTOMATIC,
        /** Virtual threads; the server does not start without them. */
        VIRTUAL,
        /** A bounded pool of platform threads. */
        PLATFORM
    }

    /** Checks both values. */
    public ThreadSettings {
        Objects.requireNonNull(kind, "kind");
        Checks.range("poolSize", poolSize, 4, 100_000);
    }

    /** Automatic, with a pool of 200 where a pool is needed. */
    public static ThreadSettings defaults() {
        return new ThreadSettings(Kind.AUTOMATIC, 200);
    }

    /** A pool of that many platform threads. */
    public static ThreadSettings platform(int poolSize) {
        return new ThreadSettings(Kind.PLATFORM, poolSize);
    }

    /** A virtual thread for each connection. */
    public static ThreadSettings virtual() {
        return new ThreadSettings(Kind.VIRTUAL, 200);
    }
}
