package dev.weir.representation;

import dev.weir.http.FieldNames;
import dev.weir.http.Headers;
import dev.weir.http.HttpDate;
import dev.weir.http.Response;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What tells one version of a representation from another: an entity tag, the time of its last change, or both (RFC 9110
 * section 8.8). Immutable.
 */
public final class Validators {

    /** Longer than a tick of any usual file system's clock. */
    private static final Duration TICK = Duration.ofSeconds(2);

    private static final Validators NONE = new Validators(null, null, true);
    private static final Validators ABSENT = new Validators(null, null, false);

    /** Null if there is none. */
    private final EntityTag entityTag;

    /** To the second, as messages write it; null if it is not known. */
    private final Instant lastModified;

    private final boolean exists;

    private Validators(EntityTag entityTag, Instant lastModified, boolean exists) {
        this.entityTag = entityTag;
        this.lastModified = lastModified;
        this.exists = exists;
    }

    /** An entity tag. */
    public static Validators of(EntityTag entityTag) {
        return new Validators(Objects.requireNonNull(entityTag, "entity tag"), null, true);
    }

    /** The time of the last change, of which fractions of a second do not count. */
    public static Validators of(Instant lastModified) {
        return new Validators(null, toTheSecond(lastModified), true);
    }

    /** Both. */
    public static Validators of(EntityTag entityTag, Instant lastModified) {
        return new Validators(Objects.requireNonNull(entityTag, "entity tag"), toTheSecond(lastModified), true);
    }

    /**
     * Those of a file, as its length and the time of its last change tell. The entity tag is weak while the change is so young
     * that the file might change again within one tick of its file system's clock.
     *
     * @param seen when they were what they are
     */
    public static Validators ofFile(long length, Instant changed, Instant seen) {
        String text =
                Long.toHexString(FileTime.from(changed).to(TimeUnit.NANOSECONDS)) + '-' + Long.toHexString(length);
        boolean isSettled = changed.plus(TICK).isBefore(seen);
        return of(isSettled ? EntityTag.strong(text) : EntityTag.weak(text), changed);
    }

    /** Those that the response names; a malformed field counts as missing. */
    public static Validators of(Response response) {
        Headers headers = response.headers();
        Optional<EntityTag> tag = headers.first(FieldNames.ETAG).flatMap(EntityTag::parse);
        Optional<Instant> time = headers.first(FieldNames.LAST_MODIFIED).flatMap(HttpDate::parse);
        return tag.isEmpty() && time.isEmpty() ? NONE : new Validators(tag.orElse(null), time.orElse(null), true);
    }

    /** Of a representation that is there, and of whose version nothing is known. */
    public static Validators none() {
        return NONE;
    }

    /** Of a target that has no representation (yet), to PUT a first one, say. */
    public static Validators absent() {
        return ABSENT;
    }

    private static Instant toTheSecond(Instant time) {
        HttpDate.format(time); // refuses years that a field can't write
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    /** The entity tag, if there is one. */
    public Optional<EntityTag> entityTag() {
        return Optional.ofNullable(entityTag);
    }

    /** When it was last changed, to the second, if that is known. */
    public Optional<Instant> lastModified() {
        return Optional.ofNullable(lastModified);
    }

    /** Whether there is a representation at all. */
    public boolean exists() {
        return exists;
    }

    /** The response with these validators as field lines; one without stays as it is. */
    public Response addTo(Response response) {
        return response.withHeaders(addTo(response.headers()));
    }

    /** The section with these validators as field lines. */
    public Headers addTo(Headers headers) {
        Headers sum = entityTag == null ? headers : headers.with(FieldNames.ETAG, entityTag.toString());
        if (lastModified == null) {
            return sum;
        }
        // A time that has not come yet is not to be sent (RFC 9110 section 8.8.2.1).
        Instant now = Instant.now();
        return sum.with(FieldNames.LAST_MODIFIED, HttpDate.format(lastModified.isAfter(now) ? now : lastModified));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Validators that
                && exists == that.exists
                && Objects.equals(entityTag, that.entityTag)
                && Objects.equals(lastModified, that.lastModified);
    }

    @Override
    public int hashCode() {
        return Objects.hash(entityTag, lastModified, exists);
    }

    @Override
    public String toString() {
        return exists ? "entity tag " + entityTag + ", last modified " + lastModified : "absent";
    }
}
