package dev.weir.sample;

import dev.weir.http.ResponseContent;
import dev.weir.representation.EntityTag;
import dev.weir.representation.Validators;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Files in one directory; called by many threads at once.
 *
 * <p>A file appears as a whole or not at all: it is written under a temporary name, which no {@link FileName} can be,
 * and then moved. Of several that are written under one name at once, the last to finish stays. Symbolic links are not
 * followed, so nothing outside the directory is reached, not even through a link that is already there.
 */
final class FileStore {

    private static final String TEMPORARY = ".upload-";

    /** Temporary files that nobody has written to for so long are left from a process that was killed. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final Path directory;

    /** Whoever writes a name holds it alone, so that what is read has the version that is told of it. */
    private final ReadWriteLock names = new ReentrantReadWriteLock();

    private FileStore(Path directory) {
        this.directory = directory;
    }

    /** The files of that directory, which is made if it does not exist. */
    static FileStore in(Path directory) throws IOException {
        try {
            // A link to a directory is fine here, and createDirectories alone would refuse it.
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory);
            }
            FileStore store = new FileStore(directory.toRealPath());
            store.removeAbandoned();
            return store;
        } catch (IOException e) {
            throw new IOException("directory " + directory + ": " + reason(e), e);
        }
    }

    private static String reason(IOException e) {
        return e instanceof FileAlreadyExistsException
                ? "a file is in its way"
                : e.getClass().getSimpleName() + ", " + e.getMessage();
    }

    private void removeAbandoned() throws IOException {
        Instant limit = Instant.now().minus(ABANDONED);
        try (DirectoryStream<Path> temporaries = Files.newDirectoryStream(directory, TEMPORARY + "*")) {
            for (Path file : temporaries) {
                if (Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                        .toInstant()
                        .isBefore(limit)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** A file of the directory. */
    record Entry(FileName name, long size) {}

    /** All files by name, as far as they are there when their turn comes; to be closed. */
    Stream<Entry> list() throws IOException {
        return Files.list(directory)
                .flatMap(path -> FileName.parse(path.getFileName().toString()).stream())
                .sorted(Comparator.comparing(FileName::text))
                .flatMap(name -> entry(name).stream());
    }

    private Optional<Entry> entry(FileName name) {
        try {
            Optional<Path> file = path(name).filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS));
            return file.isEmpty() ? Optional.empty() : Optional.of(new Entry(name, Files.size(file.get())));
        } catch (IOException hasJustGone) {
            return Optional.empty();
        }
    }

    /** A file that was opened, in the version that it had then. */
    record Opened(ResponseContent content, Validators version) {}

    /** A file, opened now; empty if there is no regular file of that name. */
    Optional<Opened> read(FileName name) throws IOException {
        Optional<Path> file = path(name);
        names.readLock().lock();
        try {
            Validators version = file.isEmpty() ? Validators.absent() : version(file.get());
            if (!version.exists()) {
                return Optional.empty();
            }
            FileChannel channel = FileChannel.open(file.get(), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
            return Optional.of(new Opened(new ResponseContent.FileRegion(channel, 0, channel.size()), version));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } finally {
            names.readLock().unlock();
        }
    }

    /**
     * What tells this version of a file from the one before and the one after: each is a file of its own, so it is known
     * by what the file system calls it, and by its time and size where that is used again.
     */
    private static Validators version(Path file) throws IOException {
        try {
            BasicFileAttributes found =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!found.isRegularFile()) {
                return Validators.absent();
            }
            Instant changed = found.lastModifiedTime().toInstant();
            String text = found.fileKey() + " " + changed + " " + found.size();
            return Validators.of(EntityTag.ofContent(text.getBytes(StandardCharsets.UTF_8)), changed);
        } catch (NoSuchFileException e) {
            return Validators.absent();
        }
    }

    /**
     * Writes a file, in place of one that has that name already.
     *
     * @param condition is told the version that would be replaced, before the content is read and again before the file
     *     takes its place, and throws if it is not to be
     * @return the version that was replaced
     * @throws FileAlreadyExistsException if something else has that name
     * @throws IOException also if the content ends early; no file is left then
     */
    Validators write(FileName name, InputStream content, Consumer<Validators> condition) throws IOException {
        Path target = path(name).orElseThrow(() -> new FileAlreadyExistsException(name.text()));
        refuseDirectory(target);
        condition.accept(version(target));
        Path temporary = directory.resolve(TEMPORARY + UUID.randomUUID());
        try {
            try (InputStream in = content;
                    OutputStream out =
                            Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                in.transferTo(out);
            }
            return replace(target, temporary, condition);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * Removes a file.
     *
     * @param condition is told its version, and throws if it is not to be removed
     * @return the version that was removed
     */
    Validators remove(FileName name, Consumer<Validators> condition) throws IOException {
        Optional<Path> file = path(name);
        names.writeLock().lock();
        try {
            Validators version = file.isEmpty() ? Validators.absent() : version(file.get());
            condition.accept(version);
            if (version.exists()) {
                Files.deleteIfExists(file.get());
            }
            return version;
        } finally {
            names.writeLock().unlock();
        }
    }

    private Validators replace(Path target, Path temporary, Consumer<Validators> condition) throws IOException {
        names.writeLock().lock();
        try {
            Validators before = version(target);
            condition.accept(before);
            refuseDirectory(target);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            return before;
        } finally {
            names.writeLock().unlock();
        }
    }

    private static void refuseDirectory(Path target) throws FileAlreadyExistsException {
        if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(target.toString());
        }
    }

    /** Where a file of that name is; empty if the platform has no such name. */
    private Optional<Path> path(FileName name) {
        try {
            Path path = directory.resolve(name.text());
            // Holds for every FileName; checked because everything depends on it.
            return directory.equals(path.getParent()) ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
