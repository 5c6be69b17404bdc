package dev.weir.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;

/** How names become files of a directory: which links are followed on the way. */
interface Reach {

    /**
     * An open file, and what it is.
     *
     * @param channel to be closed
     * @param attributes asked for after it was opened, by the same way
     */
    record Found(FileChannel channel, BasicFileAttributes attributes) {}

    /** Takes what is in a directory. */
    interface Visitor {

        /** Whether it wants more. */
        boolean visit(String name, BasicFileAttributes attributes);
    }

    /** What stands there; empty if nothing does that may be reached. */
    Optional<BasicFileAttributes> look(List<String> names) throws IOException;

    /**
     * What seems to stand there, told by the quickest way, which may lead elsewhere: good only for comparing with what was
     * found before.
     */
    default Optional<BasicFileAttributes> glance(List<String> names) throws IOException {
        return look(names);
    }

    /** Opens a regular file; empty if there is none that may be reached. */
    Optional<Found> open(List<String> names) throws IOException;

    /** Visits what is in a directory; nothing if there is none that may be reached. */
    void list(List<String> names, Visitor visitor) throws IOException;
}
