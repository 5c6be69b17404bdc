package dev.weir.internal.wire;

/** What a parser makes of octets; two of them are equal if nobody could tell the difference. */
sealed interface Outcome<T> {

    /** A complete message, and how many octets it took. */
    record Accepted<T>(T value, int used) implements Outcome<T> {}

    /** A refusal, and how many octets it took to prove it. */
    record Refused<T>(Violation violation, int proof) implements Outcome<T> {}

    /** The parser wants more. */
    record Unfinished<T>() implements Outcome<T> {}

    /** After how many octets it is certain. */
    default int certainAfter() {
        if (this instanceof Accepted<T> accepted) {
            return accepted.used();
        }
        return this instanceof Refused<T> refused ? refused.proof() : Integer.MAX_VALUE;
    }
}
