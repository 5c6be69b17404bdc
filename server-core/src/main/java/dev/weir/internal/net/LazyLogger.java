package dev.weir.internal.net;

import java.util.function.Supplier;

/**
 * A logger that is looked up when something is logged for the first time, for the first logger of a JVM makes it read the
 * configuration of all logging.
 */
public final class LazyLogger implements Supplier<System.Logger> {

    private final Class<?> owner;
    private volatile System.Logger logger;

    /** The logger named after that class. */
    public LazyLogger(Class<?> owner) {
        this.owner = owner;
    }

    /** The logger itself, which callers log to directly, so that it can tell where a line comes from. */
    @Override
    public System.Logger get() {
        System.Logger known = logger;
        if (known == null) {
            known = System.getLogger(owner.getName());
            logger = known;
        }
        return known;
    }
}
