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
 * Follows no link below the root as far as can be told where the system can't open from an open directory: looks at every
 * step, before and after. Who may put links into the root while it is read could still win that race.
 */
final class SteppingReach implements Reach {

    private final Path root;

    SteppingReach(Path root) {
        this.root = root;
    }

    @Override
    public Optional<BasicFileAttributes> look(List<String> names) throws IOException {
        if (Paths.resolve(root, names).isEmpty()) {
            return Optional.empty();
        }
        Optional<BasicFileAttributes> found = Paths.attributes(root);
        Path path = root;
        for (String name : names) {
            path = path.resolve(name);
            if (found.filter(BasicFileAttributes::isDirectory).isEmpty()) {
                return Optional.empty();
            }
            found = Paths.attributes(path, LinkOption.NOFOLLOW_LINKS);
        }
        return found;
    }

    @Override
    public Optional<BasicFileAttributes> glance(List<String> names) throws IOException {
        return look(names);
    }

    @Override
    public Optional<Found> open(List<String> names) throws IOException {
        if (look(names).filter(BasicFileAttributes::isRegularFile).isEmpty()) {
            return Optional.empty();
        }
        Path path = Paths.resolve(root, names).orElseThrow();
        FileChannel channel;
        try {
            channel = FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
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
                Optional<BasicFileAttributes> attributes = Paths.attributes(path, LinkOption.NOFOLLOW_LINKS);
                if (attributes.isPresent() && !visitor.visit(path.getFileName().toString(), attributes.get())) {
                    return;
                }
            }
        }
    }
}
