package dev.weir.internal.net;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Arrays of {@value #SIZE} octets that connections borrow while they are busy; keeps a bounded number. */
public final class BufferPool {

    /** Length of each array in octets. */
    public static final int SIZE = 16 << 10;

    private static final int MOST_KEPT = 256;

    private final ConcurrentLinkedQueue<byte[]> kept = new ConcurrentLinkedQueue<>();
    private final AtomicInteger keptCount = new AtomicInteger();

    /** An array with anything in it. */
    public byte[] borrow() {
        byte[] array = kept.poll();
        if (array == null) {
            return new byte[SIZE];
        }
        keptCount.decrementAndGet();
        return array;
    }

    /** Takes an array back; arrays of another length are left to the garbage collector. */
    public void giveBack(byte[] array) {
        if (array.length == SIZE && keptCount.get() < MOST_KEPT) {
            keptCount.incrementAndGet();
            kept.add(array);
        }
    }
}
