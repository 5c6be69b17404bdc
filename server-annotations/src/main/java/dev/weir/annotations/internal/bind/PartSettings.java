package dev.weir.annotations.internal.bind;

import dev.weir.http.Request;
import dev.weir.multipart.MultipartLimits;
import dev.weir.multipart.MultipartReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How parts of forms are read.
 *
 * @param limits of all forms; if there are none, the defaults within the limit that a request has
 * @param directory of temporary files
 */
public record PartSettings(Optional<MultipartLimits> limits, Path directory) {

    /** No limits of their own, and the directory that the JVM has for temporary files. */
    public static PartSettings defaults() {
        return new PartSettings(Optional.empty(), Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** The parts of a request. */
    MultipartReader reader(Request request) throws IOException {
        return limits.isPresent() ? MultipartReader.of(request, limits.get()) : MultipartReader.of(request);
    }
}
