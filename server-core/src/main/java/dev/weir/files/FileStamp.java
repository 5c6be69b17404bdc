package dev.weir.files;

import dev.weir.representation.Validators;
import java.nio.file.attribute.BasicFileAttributes;
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

    static FileStamp of(BasicFileAttributes attributes) {
        Object key = attributes.fileKey();
        return new FileStamp(
                attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS), key == null ? "none" : key);
    }

    /** The version, as it is found now. */
    Version version(Instant now) {
        Validators validators = Validators.ofFile(size, Instant.ofEpochSecond(0, changed), now);
        boolean isSettled = validators.entityTag().filter(tag -> !tag.isWeak()).isPresent();
        return new Version(size, this, validators, isSettled);
    }
}
