package dev.weir.sample;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A name that is safe to give to a file in a directory, on every platform: it names one thing directly below that
 * directory, and nothing else anywhere.
 *
 * <p>Separators, drive letters and names of streams are refused with the characters they need, {@code ..}, hidden files
 * and the temporary files of {@link FileStore} by their leading dot, Windows' device names by a list. The rules are the
 * same everywhere, so that a directory can move from one platform to another.
 *
 * @param text the name
 */
record FileName(String text) {

    /** Most octets in a name that the usual file systems take. */
    private static final int LONGEST = 255;

    private static final Pattern FORBIDDEN = Pattern.compile("[/\\\\:*?\"<>|\\p{Cc}\\x{2028}\\x{2029}\\x{FFFD}]");

    /** With any extension, and with spaces before it. */
    private static final Pattern DEVICE = Pattern.compile(
            "(con|prn|aux|nul|conin\\$|conout\\$|clock\\$|com[0-9¹²³]|lpt[0-9¹²³]) *(\\..*)?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** That name, if it is one. */
    static Optional<FileName> parse(String text) {
        boolean isSafe = !text.isEmpty()
                && text.getBytes(StandardCharsets.UTF_8).length <= LONGEST
                && !text.startsWith(".")
                && !text.endsWith(".")
                && !text.endsWith(" ")
                && !FORBIDDEN.matcher(text).find()
                && !DEVICE.matcher(text).matches();
        return isSafe ? Optional.of(new FileName(text)) : Optional.empty();
    }
}
