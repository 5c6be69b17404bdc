package dev.weir.config;

import java.time.Duration;

/** Range checks that say value and expectation. */
final class Checks {

    private Checks() {}

    static void range(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: " + least
                    + (most == Long.MAX_VALUE ? " or more)" : " to " + most + ")"));
        }
    }

    static void positive(String name, Duration value) {
        if (value.isZero() || value.isNegative() || value.compareTo(Duration.ofDays(365)) > 0) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: more than 0, at most a year)");
        }
    }

    static void notNegative(String name, Duration value) {
        if (value.isNegative() || value.compareTo(Duration.ofDays(365)) > 0) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: 0 or more, at most a year)");
        }
    }
}
