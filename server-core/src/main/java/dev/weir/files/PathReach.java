package dev.weir.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;

/**
 * Reaches files by their paths: through every link, or, where the system can't open from an open directory, through none as
 * far as can be told. For that it looks at every step, before and after; who may put links into the root while it is read
 * could still win that race.
 */
final class PathReach implements Reach {

    private static final LinkOption[] FOLLOW = {};
    private static final LinkOption[] DO_NOT_FOLLOW = {LinkOption.NOFOLLOW_LINKS};

    private final Path root;
    private final LinkOption[] links;

    private PathReach(Path root, LinkOption[] links) {
        this.root = root;
        this.links = links;
    }

    /** Follows every link, wherever it leads: for those who say so. */
    static PathReach followingLinks(Path root) {
        return new PathReach(root, FOLLOW);
    }

    /** Follows no link below the root. */
    static PathReach withoutLinks(Path root) {
        return new PathReach(root, DO_NOT_FOLLOW);
    }

    @Override
    public Optional<BasicFileAttributes> look(List<String> names) throws IOException {
        Optional<Path> path = Paths.resolve(root, names);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        return links == FOLLOW ? Paths.attributes(path.get()) : lookAtEveryStep(names);
    }

    private Optional<BasicFileAttributes> lookAtEveryStep(List<String> names) throws IOException {
        Optional<BasicFileAttributes> found = Paths.attributes(root);
        Path path = root;
        for (String name : names) {
            path = path.resolve(name);
            if (found.filter(BasicFileAttributes::isDirectory).isEmpty()) {
                return Optional.empty();
            }
            found = Paths.attributes(path, links);
        }
        return found;
    }

    @Override
    public Optional<Found> open(List<String> names) throws IOException {
        if (look(names).filter(BasicFileAttributes::isRegularFile).isEmpty()) {
            return Optional.empty();
        }
        Path path = Paths.resolve(root, names).orElseThrow();
        FileChannel channel;
        try {
            channel = links == FOLLOW
                    ? FileChannel.open(path, StandardOpenOption.READ)
                    : FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            Absence.check(e, path);
            return Optional.empty();
        }
        return Paths.found(channel, look(names));
    }

    @Override
    public void list(List<String> names, Visitor visitor) throws IOException {
        if (look(names).filter(BasicFileAttributes::isDirectory).isEmpty()) {
            return;
        }
        try (DirectoryStream<Path> stream =
                Files.newDirectoryStream(Paths.resolve(root, names).orElseThrow())) {
            for (Path path : stream) {
                Optional<BasicFileAttributes> attributes = Paths.attributes(path, links);
                if (attributes.isPresent() && !visitor.visit(path.getFileName().toString(), attributes.get())) {
                    return;
                }
            }
        }
    }
}
