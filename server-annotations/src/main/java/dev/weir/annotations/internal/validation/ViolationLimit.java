package dev.weir.annotations.internal.validation;

import jakarta.validation.MessageInterpolator;
import jakarta.validation.ValidationException;
import java.util.Locale;

/**
 * Keeps a provider from finding a million violations in one request's content or a result, where a thousand say as much.
 *
 * <p>A provider makes all violations before it returns any: for a list of 690,000 numbers in 2 MiB that took more
 * than nine minutes, and takes 0.7 seconds with the limit. So messages are
 * counted as they are made, one for each violation ({@link #counting}), and past the limit containers are found to hold no
 * more elements ({@link BoundedValues}). Where it goes on all the same, with a container that only an extractor of the
 * application knows or with what a single constraint validator has to say, making the message after twice as many fails, and
 * with it the validation, of which nothing is known then but that. Only a thread that is in {@link #during} counts, so that
 * nothing changes for others who use the same provider.
 *
 * <p>What a constraint validator of the application does before it returns nobody can cut short, nor a {@code Validator}
 * that somebody else has made: its messages are none that could be counted.
 */
final class ViolationLimit {

    /** As many are found at most, and a few more in the element at hand. */
    static final int MOST = 1000;

    /** That many are more than containers of the JDK can have led to, and end the validation. */
    private static final int STOP = 2 * MOST;

    /** How many the thread's own validation has found; null outside of one. */
    private static final ThreadLocal<ViolationLimit> CURRENT = new ThreadLocal<>();

    private int found;

    private ViolationLimit() {}

    /**
     * Has the thread count from 0 while it validates.
     *
     * @return whether it came to its end; otherwise it found too many to tell any
     */
    static boolean during(Runnable validation) {
        ViolationLimit limit = new ViolationLimit();
        CURRENT.set(limit);
        try {
            validation.run();
            return true;
        } catch (ValidationException e) {
            if (limit.found > STOP) {
                return false;
            }
            throw e;
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
            if (current.found > STOP) {
                throw new ValidationException("violations: " + current.found + " (expected: at most " + STOP + ")");
            }
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
