package dev.weir.annotations.internal.jackson;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Loads Jackson soon after the start, so that no request has to wait for that: on a thread of its own, and only when the
 * server has had the time to listen, for where there is one processor the two would take turns.
 *
 * <p>Once in a JVM: with Jackson loaded, what is left to do for another codec takes no time that a request would notice.
 */
public final class Preparation {

    private static final int DELAY_MILLIS = 500;

    private static final AtomicBoolean HAS_BEGUN = new AtomicBoolean();

    private Preparation() {}

    /** Prepares the codec, whose readers and writers are all made. */
    public static void begin(JacksonCodec codec) {
        if (codec.isUnprepared() && HAS_BEGUN.compareAndSet(false, true)) {
            Thread thread = new Thread(() -> run(codec), "weir-json");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void run(JacksonCodec codec) {
        try {
            Thread.sleep(DELAY_MILLIS);
            codec.prepare();
        } catch (InterruptedException | RuntimeException | LinkageError e) {
            // the first request will try, and tell
        }
    }
}
