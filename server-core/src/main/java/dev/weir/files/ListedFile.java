package dev.weir.files;

import java.time.Instant;
import java.util.Comparator;

/**
 * One line of a listing.
 *
 * @param name of the file or directory
 * @param isDirectory whether it is a directory
 * @param size in octets, of a file
 * @param changed time of the last change
 */
record ListedFile(String name, boolean isDirectory, long size, Instant changed) {

    /** Directories first, each kind by name. */
    static final Comparator<ListedFile> ORDER =
            Comparator.comparing((ListedFile file) -> !file.isDirectory()).thenComparing(ListedFile::name);
}
