package dev.weir;

import dev.weir.config.ThreadSettings;
import java.util.stream.Stream;

/** The kinds of threads that this JVM can serve connections with, as a source of test arguments. */
public final class ThreadKinds {

    private ThreadKinds() {}

    /** Platform threads always, virtual ones where the JVM has them. */
    public static Stream<ThreadSettings> available() {
        Stream<ThreadSettings> platform = Stream.of(ThreadSettings.platform(16));
        return Runtime.version().feature() < 21
                ? platform
                : Stream.concat(platform, Stream.of(ThreadSettings.virtual()));
    }
}
