package dev.weir.internal.net;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Starts virtual threads, which it finds by name because 17 does not know them. */
final class VirtualThreads {

    /**
     * {@code Thread.startVirtualThread}; null before 21. This method rather than a builder of threads, because a handle to it
     * can be called as the type that it has, and the JVM then makes no code for the call at start-up.
     */
    private static final MethodHandle START = find();

    private final AtomicLong count = new AtomicLong();

    private VirtualThreads() {}

    /** Virtual threads; empty before 21. */
    static Optional<VirtualThreads> ifPresent() {
        return START == null ? Optional.empty() : Optional.of(new VirtualThreads());
    }

    private static MethodHandle find() {
        if (Runtime.version().feature() < 21) {
            return null;
        }
        try {
            return MethodHandles.publicLookup()
                    .findStatic(
                            Thread.class, "startVirtualThread", MethodType.methodType(Thread.class, Runnable.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("virtual threads could not be reached", e);
        }
    }

    /** Runs the task on a thread of its own, {@code weir-connection-1} and so on. */
    void start(Runnable task) {
        Thread thread;
        try {
            thread = (Thread) START.invokeExact(task);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a method that declares no exception threw one", e);
        }
        thread.setName("weir-connection-" + count.incrementAndGet());
    }
}
