package dev.weir.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;

/** Names as paths of the file system. */
final class Paths {

    private Paths() {}

    /** Where those names lead from the root; empty if the file system has no such names. */
    static Optional<Path> resolve(Path root, List<String> names) {
        try {
            String separator = root.getFileSystem().getSeparator();
            Path path = names.isEmpty() ? root : root.resolve(String.join(separator, names));
            // Holds for all names that a NameRule allows; checked because everything depends on it.
            boolean isBelow = path.startsWith(root) && path.getNameCount() == root.getNameCount() + names.size();
            return isBelow ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** What stands at a path; empty if nothing does, or only somebody else may know. */
    static Optional<BasicFileAttributes> attributes(Path path, LinkOption... options) throws IOException {
        try {
            return Optional.of(Files.readAttributes(path, BasicFileAttributes.class, options));
        } catch (IOException e) {
            Absence.check(e, path);
            return Optional.empty();
        }
    }

    /** An open file if it still is what it was; else it is closed. */
    static Optional<Reach.Found> found(FileChannel channel, Optional<BasicFileAttributes> attributes)
            throws IOException {
        if (attributes.filter(BasicFileAttributes::isRegularFile).isPresent()) {
            return Optional.of(new Reach.Found(channel, attributes.get()));
        }
        channel.close();
        return Optional.empty();
    }
}
