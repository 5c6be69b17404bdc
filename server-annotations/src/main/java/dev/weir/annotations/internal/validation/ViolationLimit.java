package dev.weir.annotations.internal.validation;

import jakarta.validation.MessageInterpolator;
import java.util.Locale;

/**
 * Keeps a provider from finding a million violations in one request's content or a result, where a thousand say as much.
 *
 * <p>A provider makes all violations before it returns any: for a list of 690,000 numbers in 2 MiB that took more
 * than nine minutes, and takes 0.7 seconds with the limit. So messages are
 * counted as they are made, one for each violation ({@link #counting}), and past the limit containers are found to hold no
 * more elements ({@link BoundedValues}). Only a thread that is in {@link #during} counts, so that nothing changes for others
 * who use the same provider.
 */
final class ViolationLimit {

    /** As many are found at most, and a few more in the element at hand. */
    static final int MOST = 1000;

    /** How many the thread's own validation has found; null outside of one. */
    private static final ThreadLocal<ViolationLimit> CURRENT = new ThreadLocal<>();

    private int found;

    private ViolationLimit() {}

    /** Has the thread count from 0 while it validates. */
    static void during(Runnable validation) {
        CURRENT.set(new ViolationLimit());
        try {
            validation.run();
        } finally {
            CURRENT.remove();
        }
    }

    /** Whether the thread has found enough. */
    static boolean isReached() {
        ViolationLimit current = CURRENT.get();
        return current != null && current.found >= MOST;
    }

    private static void count() {
        ViolationLimit current = CURRENT.get();
        if (current != null) {
            current.found++;
        }
    }

    /** The same messages, each counted. */
    static MessageInterpolator counting(MessageInterpolator messages) {
        return new MessageInterpolator() {
            @Override
            public String interpolate(String template, Context context) {
                count();
                return messages.interpolate(template, context);
            }

            @Override
            public String interpolate(String template, Context context, Locale locale) {
                count();
                return messages.interpolate(template, context, locale);
            }
        };
    }
}
