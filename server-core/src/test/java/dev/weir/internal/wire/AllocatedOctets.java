package dev.weir.internal.wire;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** How much memory a thread has taken since its start, as the JVM counts it. */
final class AllocatedOctets {

    /** Found by name, because the module under test requires nothing but the base module. */
    private static final Object THREADS;

    private static final Method COUNT;

    static {
        try {
            THREADS = Class.forName("java.lang.management.ManagementFactory")
                    .getMethod("getThreadMXBean")
                    .invoke(null);
            COUNT = Class.forName("com.sun.management.ThreadMXBean").getMethod("getThreadAllocatedBytes", long.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JVM does not count", e);
        }
    }

    private AllocatedOctets() {}

    @SuppressWarnings("deprecation") // Thread.threadId came with 19
    static long ofThisThread() {
        try {
            return (long) COUNT.invoke(THREADS, Thread.currentThread().getId());
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("this JVM does not count", e);
        }
    }
}
