package dev.weir.sample;

import dev.weir.http.ResponseContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

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

    /** A file's content, opened now; empty if there is no regular file of that name. */
    Optional<ResponseContent> read(FileName name) {
        Optional<Path> file = path(name).filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS));
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            FileChannel channel = FileChannel.open(file.get(), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
            return Optional.of(new ResponseContent.FileRegion(channel, 0, channel.size()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes a file, in place of one that has that name already.
     *
     * @throws FileAlreadyExistsException if something else has that name
     * @throws IOException also if the content ends early; no file is left then
     */
    void write(FileName name, InputStream content) throws IOException {
        Path target = path(name).orElseThrow(() -> new FileAlreadyExistsException(name.text()));
        refuseDirectory(target);
        Path temporary = directory.resolve(TEMPORARY + UUID.randomUUID());
        try {
            try (InputStream in = content;
                    OutputStream out =
                            Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                in.transferTo(out);
            }
            refuseDirectory(target);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
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
