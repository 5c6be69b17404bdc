package dev.weir.files;

import dev.weir.representation.EntityTag;
import dev.weir.representation.Validators;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * What a file system says of a version of a file.
 *
 * @param size length in octets
 * @param changed time of the last change in nanoseconds since 1970, as fine as the file system has it
 * @param key of the file itself, whatever its name; the word "none" where the file system has no such thing
 */
record FileStamp(long size, long changed, Object key) {

    /** Longer than a tick of any usual file system's clock. */
    private static final Duration TICK = Duration.ofSeconds(2);

    static FileStamp of(BasicFileAttributes attributes) {
        Object key = attributes.fileKey();
        return new FileStamp(
                attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS), key == null ? "none" : key);
    }

    /** The version, as it is found now. */
    Version version(Instant now) {
        Instant time = Instant.ofEpochSecond(0, changed);
        boolean isSettled = time.plus(TICK).isBefore(now);
        String text = Long.toHexString(changed) + '-' + Long.toHexString(size);
        EntityTag tag = isSettled ? EntityTag.strong(text) : EntityTag.weak(text);
        return new Version(size, this, Validators.of(tag, time), isSettled);
    }
}
