package dev.weir.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Tells files that are not there, or not to be reached, from a system that fails. */
final class Absence {

    private Absence() {}

    /**
     * Throws the failure again unless it only says that there is nothing to be had: no such name, one too long, a link, or
     * no permission.
     *
     * @param path what was looked at or opened
     */
    static void check(IOException failure, Path path) throws IOException {
        boolean saysSo = failure instanceof NoSuchFileException
                || failure instanceof NotDirectoryException
                || failure instanceof AccessDeniedException;
        if (saysSo) {
            return;
        }
        if (!(failure instanceof FileSystemException) || isThere(path) && !canOpen(path.getRoot())) {
            throw failure;
        }
    }

    private static boolean isThere(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                || Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether there are file descriptors left; if so, what could not be opened was something else a moment ago. */
    private static boolean canOpen(Path directory) {
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            return stream != null;
        } catch (IOException e) {
            return false;
        }
    }
}
