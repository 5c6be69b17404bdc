package dev.weir.annotations.internal.jackson;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A value that is made when it is first asked for, once, whoever asks. */
final class Later<T> {

    private final ReentrantLock lock = new ReentrantLock();

    /** Used while the lock is held. */
    private final Supplier<T> maker;

    /** Null until it is made. */
    private volatile T value;

    Later(Supplier<T> maker) {
        this.maker = maker;
    }

    /** The value; what its maker throws, and then another try the next time. */
    T get() {
        T known = value;
        return known == null ? made() : known;
    }

    private T made() {
        lock.lock();
        try {
            if (value == null) {
                value = maker.get();
            }
            return value;
        } finally {
            lock.unlock();
        }
    }
}
