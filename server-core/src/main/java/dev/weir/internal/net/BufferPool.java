package dev.weir.internal.net;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Arrays of two lengths that connections borrow while they are busy; keeps a bounded number of each. */
public final class BufferPool {

    /** Length of most arrays in octets. */
    public static final int SIZE = 16 << 10;

    /** Length of the arrays for content that is written bit by bit. */
    public static final int LARGE_SIZE = 64 << 10;

    private final Shelf usual = new Shelf(SIZE, 256);
    private final Shelf large = new Shelf(LARGE_SIZE, 32);

    /** Arrays of one length. */
    private static final class Shelf {

        private final int size;
        private final int mostKept;
        private final ConcurrentLinkedQueue<byte[]> kept = new ConcurrentLinkedQueue<>();
        private final AtomicInteger keptCount = new AtomicInteger();

        Shelf(int size, int mostKept) {
            this.size = size;
            this.mostKept = mostKept;
        }

        byte[] take() {
            byte[] array = kept.poll();
            if (array == null) {
                return new byte[size];
            }
            keptCount.decrementAndGet();
            return array;
        }

        void put(byte[] array) {
            if (keptCount.get() < mostKept) {
                keptCount.incrementAndGet();
                kept.add(array);
            }
        }
    }

    /** An array of {@value #SIZE} octets, with anything in it. */
    public byte[] borrow() {
        return usual.take();
    }

    /** An array of {@value #LARGE_SIZE} octets, with anything in it. */
    public byte[] borrowLarge() {
        return large.take();
    }

    /** Takes an array back; arrays of another length are left to the garbage collector. */
    public void giveBack(byte[] array) {
        if (array.length == SIZE) {
            usual.put(array);
        } else if (array.length == LARGE_SIZE) {
            large.put(array);
        }
    }
}
