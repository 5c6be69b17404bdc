package dev.weir.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Follows no link below the root, not even one that takes a directory's place while the way goes through it: each step is
 * taken from the open directory before ({@code openat}), not from the root again. The root itself may be a link.
 */
final class SafeReach implements Reach {

    private static final Set<OpenOption> READING = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final Path root;

    SafeReach(Path root) {
        this.root = root;
    }

    /** Whether the system can do what this needs. */
    static boolean isSupported(Path directory) throws IOException {
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            return stream instanceof SecureDirectoryStream;
        }
    }

    /** What is done with a directory that was reached. */
    private interface Work<T> {

        Optional<T> in(SecureDirectoryStream<Path> directory) throws IOException;
    }

    @Override
    public Optional<BasicFileAttributes> look(List<String> names) throws IOException {
        if (names.size() <= 1) {
            return glance(names);
        }
        return within(parent(names), directory -> attributes(directory, names));
    }

    @Override
    public Optional<BasicFileAttributes> glance(List<String> names) throws IOException {
        if (names.isEmpty()) {
            return Paths.attributes(root);
        }
        Optional<Path> path = Paths.resolve(root, names);
        return path.isEmpty() ? Optional.empty() : Paths.attributes(path.get(), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public Optional<Found> open(List<String> names) throws IOException {
        // Opening what is no regular file may wait for ever, a pipe's other end say.
        if (look(names).filter(BasicFileAttributes::isRegularFile).isEmpty()) {
            return Optional.empty();
        }
        if (names.size() == 1) {
            Path path = root.resolve(names.get(0)); // from the root it is one step, with no place for a link
            try {
                return Paths.found(FileChannel.open(path, READING), Paths.attributes(path, LinkOption.NOFOLLOW_LINKS));
            } catch (IOException e) {
                Absence.check(e, path);
                return Optional.empty();
            }
        }
        return within(parent(names), directory -> open(directory, names));
    }

    private Optional<Found> open(SecureDirectoryStream<Path> directory, List<String> names) throws IOException {
        SeekableByteChannel opened;
        try {
            opened = directory.newByteChannel(last(names), READING);
        } catch (IOException e) {
            Absence.check(e, Paths.resolve(root, names).orElseThrow());
            return Optional.empty();
        }
        if (!(opened instanceof FileChannel channel)) {
            opened.close();
            throw new IOException("the file system gives no file channels");
        }
        return Paths.found(channel, attributes(directory, names));
    }

    @Override
    public void list(List<String> names, Visitor visitor) throws IOException {
        within(names, directory -> {
            for (Path path : directory) {
                BasicFileAttributes attributes;
                try {
                    attributes = view(directory, path.getFileName()).readAttributes();
                } catch (NoSuchFileException e) {
                    continue; // gone meanwhile
                }
                if (!visitor.visit(path.getFileName().toString(), attributes)) {
                    break;
                }
            }
            return Optional.empty();
        });
    }

    private Optional<BasicFileAttributes> attributes(SecureDirectoryStream<Path> directory, List<String> names)
            throws IOException {
        try {
            return Optional.of(view(directory, last(names)).readAttributes());
        } catch (IOException e) {
            Absence.check(e, Paths.resolve(root, names).orElseThrow());
            return Optional.empty();
        }
    }

    private static BasicFileAttributeView view(SecureDirectoryStream<Path> directory, Path name) {
        return directory.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }

    /** Goes to a directory step by step; empty if there is no such way. */
    private <T> Optional<T> within(List<String> names, Work<T> work) throws IOException {
        if (Paths.resolve(root, names).isEmpty()) {
            return Optional.empty();
        }
        SecureDirectoryStream<Path> directory;
        try {
            directory = (SecureDirectoryStream<Path>) Files.newDirectoryStream(root);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        try {
            for (int i = 0; i < names.size(); i++) {
                Optional<SecureDirectoryStream<Path>> next = step(directory, names.subList(0, i + 1));
                if (next.isEmpty()) {
                    return Optional.empty();
                }
                directory.close();
                directory = next.get();
            }
            return work.in(directory);
        } catch (InvalidPathException e) {
            return Optional.empty();
        } finally {
            directory.close();
        }
    }

    private Optional<SecureDirectoryStream<Path>> step(SecureDirectoryStream<Path> from, List<String> names)
            throws IOException {
        try {
            return Optional.of(from.newDirectoryStream(last(names), LinkOption.NOFOLLOW_LINKS));
        } catch (IOException e) {
            Absence.check(e, Paths.resolve(root, names).orElseThrow());
            return Optional.empty();
        }
    }

    private static List<String> parent(List<String> names) {
        return names.subList(0, names.size() - 1);
    }

    private Path last(List<String> names) {
        return root.getFileSystem().getPath(names.get(names.size() - 1));
    }
}
