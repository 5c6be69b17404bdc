package dev.weir.files;

import dev.weir.http.ResponseContent.FileRegion;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Files of a directory. What is read is told apart by the stamps before and after, so that the octets, the length and the
 * validators of a response are those of one version.
 */
final class DirectoryTree implements Tree {

    /** How often a file is opened anew if it changes at that very moment. */
    private static final int TRIES = 3;

    private final Path root;
    private final Reach reach;

    private DirectoryTree(Path root, Reach reach) {
        this.root = root;
        this.reach = reach;
    }

    /**
     * Files below that directory, through no symbolic link below it.
     *
     * @throws IOException if it can't be read
     */
    static DirectoryTree of(Path root) throws IOException {
        return new DirectoryTree(
                root, SafeReach.isSupported(root) ? new SafeReach(root) : PathReach.withoutLinks(root));
    }

    /** Files below that directory, and wherever links in it lead. */
    static DirectoryTree followingLinks(Path root) {
        return new DirectoryTree(root, PathReach.followingLinks(root));
    }

    /** This tree, with links followed. */
    DirectoryTree withLinks() {
        return followingLinks(root);
    }

    @Override
    public Optional<Node> look(List<String> names) throws IOException {
        return reach.look(names).flatMap(attributes -> {
            if (attributes.isDirectory()) {
                return Optional.of(Node.DIRECTORY);
            }
            return attributes.isRegularFile()
                    ? Optional.of(Node.file(FileStamp.of(attributes).version(Instant.now())))
                    : Optional.empty();
        });
    }

    @Override
    public boolean isStill(List<String> names, Optional<Version> version) throws IOException {
        return reach.glance(names)
                .filter(BasicFileAttributes::isRegularFile)
                .map(attributes -> (Object) FileStamp.of(attributes))
                .equals(version.map(Version::identity));
    }

    @Override
    public Optional<Opened> open(List<String> names, Version known) throws IOException {
        Version expected = known;
        for (int i = 1; ; i++) {
            Optional<Reach.Found> found = reach.open(names);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            FileChannel channel = found.get().channel();
            try {
                FileStamp stamp = FileStamp.of(found.get().attributes());
                long size = channel.size();
                if (stamp.equals(expected.identity()) && size == stamp.size()) {
                    return Optional.of(new Opened(new FileRegion(channel, 0, size), expected));
                }
                if (i == TRIES) {
                    // It changes all the time, a log say: as long as it is now, and no tag to rely on.
                    return Optional.of(new Opened(new FileRegion(channel, 0, size), changing(stamp, size)));
                }
                expected = stamp.version(Instant.now());
                channel.close();
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        }
    }

    private static Version changing(FileStamp stamp, long size) {
        Version version = new FileStamp(size, stamp.changed(), stamp.key()).version(Instant.MIN);
        return new Version(size, new Object(), version.validators(), false);
    }

    @Override
    public Optional<byte[]> read(List<String> names, Version version) throws IOException {
        Optional<Reach.Found> found = reach.open(names);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (FileChannel channel = found.get().channel()) {
            if (!FileStamp.of(found.get().attributes()).equals(version.identity())) {
                return Optional.empty();
            }
            ByteBuffer octets = ByteBuffer.allocate((int) version.size());
            while (octets.hasRemaining() && channel.read(octets) >= 0) {
                // until it is full
            }
            boolean isWhole = !octets.hasRemaining() && channel.size() == version.size();
            return isWhole && isStill(names, Optional.of(version)) ? Optional.of(octets.array()) : Optional.empty();
        }
    }

    /** What is in a directory, sorted by name, as far as its names are allowed; at most that many. */
    List<ListedFile> list(List<String> names, Predicate<String> isAllowed, int most) throws IOException {
        List<ListedFile> files = new ArrayList<>();
        reach.list(names, (name, attributes) -> {
            if (isAllowed.test(name) && (attributes.isDirectory() || attributes.isRegularFile())) {
                files.add(new ListedFile(
                        name,
                        attributes.isDirectory(),
                        attributes.size(),
                        attributes.lastModifiedTime().toInstant()));
            }
            return files.size() < most;
        });
        files.sort(ListedFile.ORDER);
        return files;
    }
}
