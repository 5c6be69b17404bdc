package dev.weir.representation;

import dev.weir.http.FieldNames;
import dev.weir.http.Headers;
import dev.weir.http.HttpDate;
import dev.weir.http.HttpException;
import dev.weir.http.Method;
import dev.weir.http.Request;
import dev.weir.http.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Evaluates the preconditions of a request (RFC 9110 section 13), to be asked after all else that could refuse it and
 * before anything is done.
 *
 * <p>A date that can't be read is ignored, as the RFC says. A list of entity tags that can't be read matches nothing:
 * that fails If-Match, has GET answered in full, and fails If-None-Match of any other method, for who asked for
 * protection must not go without it.
 */
public final class Preconditions {

    /** What becomes of a request. */
    public enum Outcome {
        /** All conditions are true, or there are none. */
        PROCEED,
        /** The client has the current version: 304. */
        NOT_MODIFIED,
        /** The request is meant for another version: 412. */
        FAILED
    }

    private Preconditions() {}

    /** What the conditions say, in their order of precedence (RFC 9110 section 13.2.2). */
    public static Outcome evaluate(Request request, Validators current) {
        Headers headers = request.headers();
        Method method = request.method();
        if (headers.isEmpty() || ignoresConditions(method)) {
            return Outcome.PROCEED;
        }
        if (!isMeant(headers, current)) {
            return Outcome.FAILED;
        }
        boolean isRead = method.equals(Method.GET) || method.equals(Method.HEAD);
        if (headers.contains(FieldNames.IF_NONE_MATCH)) {
            return isNoneMatching(headers, current, isRead)
                    ? Outcome.PROCEED
                    : isRead ? Outcome.NOT_MODIFIED : Outcome.FAILED;
        }
        return isRead && !isModifiedSince(headers, current) ? Outcome.NOT_MODIFIED : Outcome.PROCEED;
    }

    /**
     * Lets a request pass unless it is meant for another version; for methods that change something.
     *
     * @throws HttpException with status 412
     */
    public static void check(Request request, Validators current) {
        if (evaluate(request, current) == Outcome.FAILED) {
            throw new HttpException(
                    Status.PRECONDITION_FAILED, "There is another version now than the request is for.");
        }
    }

    /** Whether a Range field counts as far as If-Range goes (RFC 9110 section 13.1.5). */
    static boolean allowsRange(Headers headers, Validators current, Instant now) {
        List<String> values = headers.all(FieldNames.IF_RANGE);
        if (values.isEmpty()) {
            return true;
        }
        if (values.size() > 1) {
            return false;
        }
        Optional<EntityTag> tag = EntityTag.parse(values.get(0));
        if (tag.isPresent()) {
            return current.entityTag().filter(tag.get()::matchesStrongly).isPresent();
        }
        Optional<Instant> time = HttpDate.parse(values.get(0));
        return time.isPresent() && time.equals(current.lastModified()) && isOver(time.get(), now);
    }

    /** Whether no more versions can come that were changed in the same second (RFC 9110 section 8.8.2.2). */
    private static boolean isOver(Instant second, Instant now) {
        return !now.isBefore(second.plusSeconds(1));
    }

    /** Whether the method has nothing to do with a representation (RFC 9110 section 13.2.1). */
    private static boolean ignoresConditions(Method method) {
        return method.equals(Method.OPTIONS) || method.equals(Method.TRACE) || method.equals(Method.CONNECT);
    }

    /** Steps 1 and 2: If-Match, and only without it If-Unmodified-Since. */
    private static boolean isMeant(Headers headers, Validators current) {
        if (headers.contains(FieldNames.IF_MATCH)) {
            TagList wanted = TagList.parse(headers.all(FieldNames.IF_MATCH));
            return current.exists() && (wanted.kind() == TagList.Kind.ANY || holdsStrongly(wanted, current));
        }
        Optional<Instant> limit = date(headers, FieldNames.IF_UNMODIFIED_SINCE);
        return limit.isEmpty()
                || current.lastModified().filter(limit.get()::isBefore).isEmpty();
    }

    private static boolean holdsStrongly(TagList wanted, Validators current) {
        return current.entityTag()
                .filter(tag -> wanted.holds(tag::matchesStrongly))
                .isPresent();
    }

    /** Step 3: If-None-Match. */
    private static boolean isNoneMatching(Headers headers, Validators current, boolean isRead) {
        TagList known = TagList.parse(headers.all(FieldNames.IF_NONE_MATCH));
        return switch (known.kind()) {
            case ANY -> !current.exists();
            case TAGS ->
                current.entityTag()
                        .filter(tag -> known.holds(tag::matchesWeakly))
                        .isEmpty();
            case MALFORMED -> isRead;
        };
    }

    /** Step 4: If-Modified-Since. */
    private static boolean isModifiedSince(Headers headers, Validators current) {
        Optional<Instant> known = date(headers, FieldNames.IF_MODIFIED_SINCE);
        return known.isEmpty()
                || current.lastModified().isEmpty()
                || current.lastModified().get().isAfter(known.get());
    }

    /** The one date that a field holds; nothing if it is missing, malformed, or there is more than one. */
    private static Optional<Instant> date(Headers headers, String name) {
        if (!headers.contains(name)) {
            return Optional.empty();
        }
        List<String> values = headers.all(name);
        return values.size() == 1 ? HttpDate.parse(values.get(0)) : Optional.empty();
    }
}
