package dev.weir.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;

/** Follows every link, wherever it leads: for those who say so. */
final class LinkedReach implements Reach {

    private final Path root;

    LinkedReach(Path root) {
        this.root = root;
    }

    @Override
    public Optional<BasicFileAttributes> look(List<String> names) throws IOException {
        Optional<Path> path = Paths.resolve(root, names);
        return path.isEmpty() ? Optional.empty() : Paths.attributes(path.get());
    }

    @Override
    public Optional<BasicFileAttributes> glance(List<String> names) throws IOException {
        return look(names);
    }

    @Override
    public Optional<Found> open(List<String> names) throws IOException {
        Optional<BasicFileAttributes> before = look(names);
        if (before.isEmpty() || !before.get().isRegularFile()) {
            return Optional.empty();
        }
        Path path = Paths.resolve(root, names).orElseThrow();
        FileChannel channel;
        try {
            channel = FileChannel.open(path, StandardOpenOption.READ);
        } catch (IOException e) {
            Absence.check(e, path);
            return Optional.empty();
        }
        return Paths.found(channel, Paths.attributes(path));
    }

    @Override
    public void list(List<String> names, Visitor visitor) throws IOException {
        Optional<BasicFileAttributes> there = look(names);
        if (there.isEmpty() || !there.get().isDirectory()) {
            return;
        }
        try (DirectoryStream<Path> stream =
                Files.newDirectoryStream(Paths.resolve(root, names).orElseThrow())) {
            for (Path path : stream) {
                Optional<BasicFileAttributes> attributes = Paths.attributes(path);
                if (attributes.isPresent() && !visitor.visit(path.getFileName().toString(), attributes.get())) {
                    return;
                }
            }
        }
    }
}
