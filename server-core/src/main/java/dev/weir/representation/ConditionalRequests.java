package dev.weir.representation;

import dev.weir.http.FieldNames;
import dev.weir.http.Headers;
import dev.weir.http.Method;
import dev.weir.http.Problem;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import dev.weir.routing.Filter;
import dev.weir.routing.Handler;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Answers GET and HEAD with as much of a response as the client needs: 304 if it has that version, 412 if it wants
 * another, 206 or 416 if it asks for parts, in the order of RFC 9110 section 13.2.2.
 *
 * <p>As a filter it looks at every response of status 200 behind it, and takes the validators from its field lines; put it
 * behind compression, not before. Methods that change something have to ask {@link Preconditions} before they do.
 */
public final class ConditionalRequests implements Filter {

    /** What a 304 says nothing of (RFC 9110 section 15.4.5): the client knows it from the response that it has. */
    private static final Set<String> OF_CONTENT = names(
            FieldNames.ACCEPT_RANGES,
            FieldNames.CONTENT_ENCODING,
            "Content-Language",
            FieldNames.CONTENT_LENGTH,
            FieldNames.CONTENT_RANGE,
            FieldNames.CONTENT_TYPE,
            FieldNames.TRANSFER_ENCODING);

    /** The filter. */
    public ConditionalRequests() {}

    private static Set<String> names(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(Set.of(names));
        return set;
    }

    @Override
    public Response filter(Request request, Handler next) throws Exception {
        return answer(request, next.handle(request));
    }

    /**
     * What the request gets for which {@code full} would be the whole answer.
     *
     * @param full a response with its validators as field lines; any of another status than 200, or to another method, is
     *     returned as it is
     * @throws IOException if content that is not needed can't be closed
     */
    public static Response answer(Request request, Response full) throws IOException {
        return answer(request, full, Optional.empty());
    }

    /**
     * The same for a response whose validators need not be read from its field lines again.
     *
     * @param validators the same as in the field lines
     */
    public static Response answer(Request request, Response full, Validators validators) throws IOException {
        return answer(request, full, Optional.of(validators));
    }

    private static Response answer(Request request, Response full, Optional<Validators> known) throws IOException {
        boolean isRead = request.method().equals(Method.GET) || request.method().equals(Method.HEAD);
        if (!isRead || !full.status().equals(Status.OK)) {
            return full;
        }
        Validators validators = known.orElseGet(() -> Validators.of(full));
        return switch (Preconditions.evaluate(request, validators)) {
            case PROCEED -> Ranges.apply(request, full, validators);
            case NOT_MODIFIED -> {
                full.content().close();
                yield Response.of(Status.NOT_MODIFIED).withHeaders(ofNotModified(full.headers()));
            }
            case FAILED -> {
                full.content().close();
                yield Response.problem(Problem.of(Status.PRECONDITION_FAILED));
            }
        };
    }

    private static Headers ofNotModified(Headers full) {
        Headers headers = full;
        for (Headers.Field field : full) {
            if (OF_CONTENT.contains(field.name())) {
                headers = headers.without(field.name());
            }
        }
        return headers.contains(FieldNames.ETAG) ? headers.without(FieldNames.LAST_MODIFIED) : headers;
    }
}
