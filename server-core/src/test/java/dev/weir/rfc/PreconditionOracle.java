package dev.weir.rfc;

import dev.weir.http.HttpDate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What RFC 9110 section 13.2.2 says about a request with any of the conditional fields and Range: its six steps, written
 * down from the RFC for values of which it is known beforehand what they mean, so that nothing is parsed here.
 */
final class PreconditionOracle {

    static final int LENGTH = 1000;
    static final Instant CHANGED = Instant.parse("1994-11-06T08:49:37Z");
    static final String TAG = "\"v2\"";

    /**
     * A target.
     *
     * @param path of its route
     * @param tag its entity tag as it is sent, or empty
     * @param isDated whether it says when it was changed
     * @param exists whether there is anything to read
     * @param hasRanges whether parts of it can be had
     */
    record Target(String path, String tag, boolean isDated, boolean exists, boolean hasRanges) {

        boolean isStrong() {
            return tag.startsWith("\"");
        }

        String opaque() {
            return tag.replaceFirst("^W/", "");
        }
    }

    /**
     * A value of If-Match or If-None-Match.
     *
     * @param tags those it lists, {@code *} for any; nothing if it is malformed
     */
    record Tags(String text, List<String> tags) {

        boolean isAny() {
            return tags.contains("*");
        }

        boolean isMalformed() {
            return tags.isEmpty();
        }
    }

    /** A date as some form writes it; no instant if it is malformed. */
    record Date(String text, Optional<Instant> instant) {}

    /**
     * A value of Range.
     *
     * @param parts Content-Range of each part that it names there, without unit and length; null if it is to be ignored
     */
    record Range(String text, List<String> parts) {}

    /** A value of If-Range, which is a tag or a date or neither; to be compared exactly. */
    record IfRange(String text, Optional<Instant> instant) {}

    /** A request; null for each field that it has not. */
    record Asked(
            String method,
            Target target,
            Tags ifMatch,
            Date ifUnmodifiedSince,
            Tags ifNoneMatch,
            Date ifModifiedSince,
            Range range,
            IfRange ifRange) {}

    static final List<Target> TARGETS = List.of(
            new Target("/strong", TAG, true, true, true),
            new Target("/weak", "W/" + TAG, true, true, true),
            new Target("/tagged", TAG, false, true, true),
            new Target("/dated", "", true, true, true),
            new Target("/bare", "", false, true, true),
            new Target("/streamed", TAG, true, true, false),
            new Target("/absent", "", false, false, false));

    static final List<String> METHODS = List.of("GET", "GET", "GET", "HEAD", "PUT", "POST", "DELETE", "OPTIONS");

    static final List<Tags> TAG_LISTS = List.of(
            new Tags("*", List.of("*")),
            new Tags(TAG, List.of(TAG)),
            new Tags("W/" + TAG, List.of("W/" + TAG)),
            new Tags("\"v1\"", List.of("\"v1\"")),
            new Tags("\"v1\" ,, \"a,b\",\tW/\"v2\"", List.of("\"v1\"", "\"a,b\"", "W/\"v2\"")),
            new Tags("\"\", \"v2\"", List.of("\"\"", TAG)),
            new Tags("w/\"v2\"", List.of()),
            new Tags("v2", List.of()),
            new Tags("\"v2", List.of()),
            new Tags("\"v2\", *", List.of()));

    static final List<Date> DATES = List.of(
            date("Sun, 06 Nov 1994 08:49:37 GMT", 0),
            date("Sunday, 06-Nov-94 08:49:37 GMT", 0),
            date("Sun Nov  6 08:49:37 1994", 0),
            date("Sun, 06 Nov 1994 08:49:36 GMT", -1),
            date("Sun, 06 Nov 1994 08:49:38 GMT", 1),
            new Date("Sun, 06 Nov 1994 08:49:37 +0000", Optional.empty()),
            new Date("Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT", Optional.empty()),
            new Date("0", Optional.empty()));

    static final List<Range> RANGES = List.of(
            new Range("bytes=0-99", List.of("0-99")),
            new Range("bytes=900-", List.of("900-999")),
            new Range("bytes=-1", List.of("999-999")),
            new Range("bytes=990-2000", List.of("990-999")),
            new Range("bytes=-2000", List.of("0-999")),
            new Range("bytes=0-0,-1", List.of("0-0", "999-999")),
            new Range("bytes=500-599, 0-9, 300-309", List.of("500-599", "0-9", "300-309")),
            new Range("bytes=0-9,1000-", List.of("0-9")),
            new Range("bytes=0-99,50-149,150-199", List.of("0-199")),
            new Range("bytes=1000-", List.of()),
            new Range("bytes=-0", List.of()),
            new Range("bytes=1000-1001, 2000-, -0", List.of()),
            new Range("bytes=9-0", null),
            new Range("bytes=0-9,x", null),
            new Range("bytes=", null),
            new Range("bytes 0-9", null),
            new Range("seconds=0-9", null));

    static final List<IfRange> IF_RANGES = List.of(
            new IfRange(TAG, Optional.empty()),
            new IfRange("W/" + TAG, Optional.empty()),
            new IfRange("\"v1\"", Optional.empty()),
            new IfRange("Sun, 06 Nov 1994 08:49:37 GMT", Optional.of(CHANGED)),
            new IfRange("Sun, 06 Nov 1994 08:49:36 GMT", Optional.of(CHANGED.minusSeconds(1))),
            new IfRange("Sun, 06 Nov 1994 08:49:38 GMT", Optional.of(CHANGED.plusSeconds(1))),
            new IfRange("*", Optional.empty()));

    private PreconditionOracle() {}

    private static Date date(String text, int secondsLater) {
        Instant instant = CHANGED.plusSeconds(secondsLater);
        if (secondsLater != 0 && !HttpDate.format(instant).equals(text)) {
            throw new IllegalArgumentException(text);
        }
        return new Date(text, Optional.of(instant));
    }

    /** Status of the answer to a request without any condition (RFC 9110 section 13.2.1). */
    static int unconditional(Asked asked) {
        boolean creates = asked.method.equals("PUT");
        if (asked.method.equals("OPTIONS")) {
            return 204;
        }
        return asked.target.exists ? isRead(asked) ? 200 : 204 : creates ? 201 : 404;
    }

    static boolean isRead(Asked asked) {
        return asked.method.equals("GET") || asked.method.equals("HEAD");
    }

    /** Status of the answer. */
    static int status(Asked asked) {
        int otherwise = unconditional(asked);
        if (otherwise == 404 || asked.method.equals("OPTIONS")) {
            return otherwise; // section 13.2.1
        }
        Target target = asked.target;
        if (asked.ifMatch != null) {
            if (!matches(asked.ifMatch, target, true)) {
                return 412; // step 1
            }
        } else if (asked.ifUnmodifiedSince != null
                && target.isDated
                && asked.ifUnmodifiedSince.instant.filter(CHANGED::isAfter).isPresent()) {
            return 412; // step 2
        }
        if (asked.ifNoneMatch != null) {
            // Step 3; of a value that can't be read the RFC says nothing: a reader gets everything, a writer nothing.
            boolean isTrue =
                    asked.ifNoneMatch.isMalformed() ? isRead(asked) : !matches(asked.ifNoneMatch, target, false);
            if (!isTrue) {
                return isRead(asked) ? 304 : 412;
            }
        } else if (isRead(asked)
                && asked.ifModifiedSince != null
                && target.isDated
                && asked.ifModifiedSince
                        .instant
                        .filter(since -> !CHANGED.isAfter(since))
                        .isPresent()) {
            return 304; // step 4
        }
        if (isRead(asked) && target.hasRanges && isRangeToBeTaken(asked)) {
            return asked.range.parts.isEmpty() ? 416 : 206; // step 5
        }
        return otherwise; // step 6
    }

    private static boolean matches(Tags wanted, Target target, boolean isStrongly) {
        if (wanted.isAny()) {
            return target.exists;
        }
        if (target.tag.isEmpty()) {
            return false;
        }
        return isStrongly
                ? target.isStrong() && wanted.tags.contains(target.tag)
                : wanted.tags.contains(target.opaque()) || wanted.tags.contains("W/" + target.opaque());
    }

    private static boolean isRangeToBeTaken(Asked asked) {
        if (asked.range == null || asked.range.parts == null) {
            return false;
        }
        if (asked.ifRange == null) {
            return true;
        }
        if (asked.ifRange.instant.isPresent()) {
            return asked.target.isDated && asked.ifRange.instant.get().equals(CHANGED);
        }
        return asked.target.isStrong() && asked.ifRange.text.equals(asked.target.tag);
    }
}
