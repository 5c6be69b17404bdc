package dev.weir.internal.net;

import dev.weir.config.ThreadSettings;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The one class that knows how connections get threads: a virtual thread for each where the JVM has them, else a bounded
 * pool of platform threads.
 *
 * <p>On the pool at most three quarters of the threads may block in a read that waits for a peer ({@link
 * #tryEnterWait}); other connections have to be parked, so that idle ones never starve those that have something to say.
 * A thread that waits in the middle of a message, for its peer or for an event to send, cannot be spared that, so where
 * tasks find no thread, those that wait are made up for with further ones, up to {@value #MOST_GROWTH} times the pool's
 * size.
 */
public final class ConnectionThreads implements Deadlines.Watched {

    private static final LazyLogger LOGGER = new LazyLogger(ConnectionThreads.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(1);

    private static final int MOST_GROWTH = 10;

    /** Empty for the pool. */
    private final Optional<VirtualThreads> virtual;

    /** Null for virtual threads. */
    private final ThreadPoolExecutor pool;

    /** The pool's threads that have not ended, as far as known; waited for at the end. */
    private final Set<Thread> pooled = ConcurrentHashMap.newKeySet();

    /** Whether the system has refused the pool a thread the last time: then none of its threads may wait for a peer. */
    private volatile boolean isShort;

    private final int poolSize;
    private final int mostWaiting;

    /** Threads of the pool that may be blocked until content arrives, is taken by the peer, or is there to be sent. */
    private final AtomicInteger waitingInMessage = new AtomicInteger();

    /** Held while the pool's size changes. */
    private final ReentrantLock resizing = new ReentrantLock();

    /** Threads of the pool that are blocked until their peer says something. */
    private final AtomicInteger waiting = new AtomicInteger();

    /** Whether the pool has refused to let a connection wait, since the last check or the one before. */
    private volatile boolean isCrowded;

    /** Whether it has since the last check. */
    private volatile boolean wasRefused;

    /** The task that was the next to get a thread at the last check, if any; used by the deadline thread only. */
    private Runnable nextAtLastCheck;

    /** Threads beyond the pool's size; changed while {@link #resizing} is held. */
    private volatile int madeUpFor;

    /** Threads as the settings want them. */
    public ConnectionThreads(ThreadSettings settings) {
        virtual = settings.kind() == ThreadSettings.Kind.PLATFORM ? Optional.empty() : VirtualThreads.ifPresent();
        if (virtual.isEmpty() && settings.kind() == ThreadSettings.Kind.VIRTUAL) {
            throw new IllegalStateException("threads: virtual (expected: automatic or platform, for Java "
                    + Runtime.version().feature() + " has no virtual threads; they came with 21)");
        }
        poolSize = settings.poolSize();
        mostWaiting = settings.poolSize() * 3 / 4;
        pool = virtual.isPresent() ? null : pool(settings.poolSize());
        warnOfLostWakeUps();
    }

    private ThreadPoolExecutor pool(int size) {
        AtomicLong count = new AtomicLong();
        ThreadFactory named = task -> {
            Thread thread = new Thread(task, "weir-connection-" + count.incrementAndGet());
            thread.setDaemon(true);
            pooled.removeIf(other -> other.getState() == Thread.State.TERMINATED);
            pooled.add(thread);
            return thread;
        };
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(size, size, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** JDK-8369227: a virtual thread may sleep for ever in 25.0.0 to 25.0.2. */
    private void warnOfLostWakeUps() {
        Runtime.Version version = Runtime.version();
        if (virtual.isPresent() && version.feature() == 25 && version.interim() == 0 && version.update() < 3) {
            LOGGER.get()
                    .log(
                            Level.WARNING,
                            "Java {0} can lose the wake-up of a virtual thread (JDK-8369227); use 25.0.3 or later",
                            version);
        }
    }

    /** Whether connections run on virtual threads. */
    public boolean areVirtual() {
        return virtual.isPresent();
    }

    /**
     * Runs a connection's task on a thread of its own, now or when one is free.
     *
     * @throws java.util.concurrent.RejectedExecutionException after {@link #stop}
     */
    public void run(Runnable task) {
        if (virtual.isPresent()) {
            virtual.get().start(task);
        } else {
            runOnPool(task);
        }
    }

    /** Where the system gives no further thread, the pool's others have to do. */
    private void runOnPool(Runnable task) {
        try {
            pool.execute(task);
            if (isShort) {
                isShort = false;
            }
            int waitingBeyondHalf = waitingForPeers() - poolSize / 2;
            if (waitingBeyondHalf > madeUpFor && !pool.getQueue().isEmpty()) {
                makeUpFor(waitingBeyondHalf);
            }
        } catch (OutOfMemoryError e) {
            if (pool.getPoolSize() == 0) {
                throw e;
            }
            isShort = true;
            pool.getQueue().add(task);
        }
    }

    /**
     * Lets other connections run; one that does so again and again has a {@link Turn}. Not on a crowded pool: there all
     * connections would come to be parked and resumed for each request, which costs three times as much.
     */
    public void giveWay() {
        if (!isCrowded) {
            Thread.yield();
        }
    }

    boolean isCrowded() {
        return isCrowded;
    }

    /**
     * Asks to block until the peer says something. If the answer is yes, {@link #leaveWait} follows; if it is no, the
     * connection is to be parked.
     */
    public boolean tryEnterWait() {
        if (pool == null) {
            return true;
        }
        if (!isShort && pool.getQueue().isEmpty()) {
            if (waiting.incrementAndGet() <= mostWaiting) {
                return true;
            }
            waiting.decrementAndGet();
        }
        if (!isCrowded || !wasRefused) {
            isCrowded = true;
            wasRefused = true;
        }
        return false;
    }

    /** Ends what {@link #tryEnterWait} allowed. */
    public void leaveWait() {
        if (pool != null) {
            waiting.decrementAndGet();
        }
    }

    /** Told before a thread may block in the middle of a message: until content arrives, is taken, or is there. */
    public void enterMessageWait() {
        if (pool != null) {
            waitingInMessage.incrementAndGet();
        }
    }

    /** Ends {@link #enterMessageWait}. */
    public void leaveMessageWait() {
        if (pool != null) {
            waitingInMessage.decrementAndGet();
        }
    }

    private int waitingForPeers() {
        return waiting.get() + waitingInMessage.get();
    }

    /** Makes up for all threads that wait, once a task has waited for a thread since the last check; for fewer later. */
    @Override
    public void check(long nowMillis) {
        isCrowded = wasRefused;
        wasRefused = false;
        Runnable next = pool == null ? null : pool.getQueue().peek();
        boolean isStuck = next != null && next == nextAtLastCheck;
        nextAtLastCheck = next;
        if (isStuck && waitingForPeers() > madeUpFor) {
            makeUpFor(waitingForPeers());
        } else if (next == null && madeUpFor > 0) {
            makeUpFor(Math.max(0, Math.min(madeUpFor, waitingForPeers() - poolSize / 2)));
        }
    }

    private void makeUpFor(int count) {
        resizing.lock();
        try {
            madeUpFor = count;
            int size = Math.min(poolSize + count, poolSize * MOST_GROWTH);
            // The core size may never exceed the maximum.
            if (size > pool.getCorePoolSize()) {
                pool.setMaximumPoolSize(size);
                pool.setCorePoolSize(size);
            } else {
                pool.setCorePoolSize(size);
                pool.setMaximumPoolSize(size);
            }
        } catch (OutOfMemoryError e) {
            // the system gives no further thread, which the JVM has warned of; the pool does with those it has
        } finally {
            resizing.unlock();
        }
    }

    /** Takes no more tasks, and waits a moment for the pool's threads to end; one whose task goes on is left to it. */
    public void stop() throws InterruptedException {
        if (pool == null) {
            return;
        }
        pool.shutdown();
        long end = System.nanoTime() + LONGEST_STOP.toNanos();
        for (Thread thread : pooled) {
            if (thread != Thread.currentThread()) {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
            }
        }
    }
}
