package dev.weir.internal.net;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Octets on their way from one thread to another, in order. Each end is used by one thread, and ended by any. */
public final class MemoryPipe {

    private enum State {
        OPEN,
        /** The writer has ended it: the reader gets what is there, then the end. */
        ENDED,
        /** The reader wants no more: it sees the end, and what is written is dropped. */
        DROPPED,
        /** Whoever reads or writes gets an exception. */
        BROKEN
    }

    private static final Runnable NOTHING = () -> {};

    /** Octets that may wait in it before a writer has to. */
    private final int capacity;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** What was written and not read yet. Guarded by {@link #lock}, like all below. */
    private final Deque<ByteBuffer> pieces = new ArrayDeque<>();

    private int count;
    private State state = State.OPEN;
    private Runnable whenReadable = NOTHING;
    private Runnable whenEnded = NOTHING;

    MemoryPipe(int capacity) {
        this.capacity = capacity;
    }

    /** Writes all octets; waits while the pipe is full. */
    public void write(ByteBuffer octets) throws ConnectionLostException {
        lock.lock();
        try {
            while (octets.hasRemaining()) {
                await(() -> state != State.OPEN || count < capacity, Long.MAX_VALUE);
                if (state == State.DROPPED) {
                    return;
                }
                if (state != State.OPEN) {
                    throw new ConnectionLostException("the connection was closed while writing");
                }
                byte[] piece = new byte[Math.min(octets.remaining(), capacity - count)];
                octets.get(piece);
                pieces.add(ByteBuffer.wrap(piece));
                count += piece.length;
                tellChange();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a read would not have to; false if that took longer than so many nanoseconds. */
    public boolean awaitReadable(long nanos) throws ConnectionLostException {
        lock.lock();
        try {
            return await(() -> !isSilent(), nanos);
        } finally {
            lock.unlock();
        }
    }

    /** As a channel does: whoever is interrupted while it waits has lost the connection. */
    private boolean await(BooleanSupplier condition, long nanos) throws ConnectionLostException {
        try {
            long left = nanos;
            while (!condition.getAsBoolean()) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            breakUp();
            throw new ConnectionLostException("interrupted while waiting for the peer", e);
        }
    }

    private boolean isSilent() {
        return state == State.OPEN && count == 0;
    }

    /** Reads what is there; 0 if nothing is, -1 at the end. */
    public int readNow(ByteBuffer into) throws ConnectionLostException {
        lock.lock();
        try {
            if (state == State.BROKEN) {
                throw new ConnectionLostException("the connection was closed while reading");
            }
            if (count == 0) {
                return state == State.OPEN ? 0 : -1;
            }
            int before = into.remaining();
            while (into.hasRemaining() && !pieces.isEmpty()) {
                ByteBuffer piece = pieces.peek();
                int length = Math.min(into.remaining(), piece.remaining());
                into.put(piece.slice().limit(length));
                piece.position(piece.position() + length);
                if (!piece.hasRemaining()) {
                    pieces.remove();
                }
            }
            count -= before - into.remaining();
            changed.signalAll();
            return before - into.remaining();
        } finally {
            lock.unlock();
        }
    }

    /** Gives octets back that were read too far: the next reads get them first. */
    void unread(ByteBuffer octets) {
        lock.lock();
        try {
            byte[] piece = new byte[octets.remaining()];
            octets.get(piece);
            pieces.addFirst(ByteBuffer.wrap(piece));
            count += piece.length;
            tellChange();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more will be written; what is there can still be read. */
    public void end() {
        enter(State.ENDED);
    }

    /** Nothing more will be read; a writer is not told. */
    void drop() {
        enter(State.DROPPED);
    }

    /** Whoever reads or writes, now or later, gets an exception. */
    public void breakUp() {
        enter(State.BROKEN);
    }

    private void enter(State next) {
        lock.lock();
        try {
            if (next.compareTo(state) <= 0) {
                return;
            }
            state = next;
            if (next != State.ENDED) {
                pieces.clear();
                count = 0;
            }
            if (isEnded()) {
                whenEnded.run();
                whenEnded = NOTHING;
            }
            tellChange();
        } finally {
            lock.unlock();
        }
    }

    private void tellChange() {
        changed.signalAll();
        wake();
    }

    /** Whether the writer has ended it. */
    boolean isEnded() {
        lock.lock();
        try {
            return state == State.ENDED || state == State.BROKEN;
        } finally {
            lock.unlock();
        }
    }

    /** Runs the task once, as soon as a read would not wait; must not block. By the caller or by who writes. */
    void whenReadable(Runnable task) {
        lock.lock();
        try {
            whenReadable = task;
            if (!isSilent()) {
                wake();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Runs what waits to be readable, although nothing may be there. */
    void wake() {
        lock.lock();
        try {
            Runnable reader = whenReadable;
            whenReadable = NOTHING;
            reader.run();
        } finally {
            lock.unlock();
        }
    }

    /** Runs the task once, as soon as the writer has ended the pipe; must not block. By the caller or by who ends it. */
    void whenEnded(Runnable task) {
        lock.lock();
        try {
            if (isEnded()) {
                task.run();
            } else {
                whenEnded = task;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Tells nobody any more; who was to be told has been by then, or never will be. */
    void forgetWhenEnded() {
        lock.lock();
        try {
            whenEnded = NOTHING;
        } finally {
            lock.unlock();
        }
    }
}
