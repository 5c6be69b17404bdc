package dev.weir.annotations.internal.jackson;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A value that is made when it is first asked for, once, whoever asks. */
public final class Later<T> implements Supplier<T> {

    private final ReentrantLock lock = new ReentrantLock();

    /** Used while the lock is held. */
    private final Supplier<T> maker;

    /** Null until it is made. */
    private volatile T value;

    /** A value of that maker. */
    public Later(Supplier<T> maker) {
        this.maker = maker;
    }

    /** The value; what its maker throws, and then another try the next time. */
    @Override
    public T get() {
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
