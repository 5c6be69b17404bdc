package dev.weir.annotations.internal.bind;

import dev.weir.http.FieldNames;
import dev.weir.http.HttpException;
import dev.weir.http.MediaType;
import dev.weir.http.QueryParameters;
import dev.weir.http.Request;
import dev.weir.http.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Content that is a submitted form. It is read once for all arguments that want a field of it, and travels with the
 * request from there.
 */
public final class FormContent {

    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED.essence();

    /** Holds the fields; named so that no filter's attribute is in the way. */
    private static final String FIELDS = "dev.weir.annotations.form";

    private FormContent() {}

    /**
     * The request with the fields of its form.
     *
     * @throws HttpException with 415 if the content is something else, 400 if it is malformed, 413 if it is too large
     */
    public static Request read(Request request) throws IOException {
        return request.withAttribute(
                FIELDS, request.content().isEmpty() ? QueryParameters.empty() : readFields(request));
    }

    private static QueryParameters readFields(Request request) throws IOException {
        if (!isForm(request)) {
            throw new HttpException(Status.UNSUPPORTED_MEDIA_TYPE, "The content has to be a form: " + FORM + ".")
                    .withHeader(FieldNames.ACCEPT, FORM);
        }
        // Anything but ASCII is refused, whatever charset it would be in.
        String text = request.content().text(StandardCharsets.ISO_8859_1);
        try {
            return QueryParameters.parse(text);
        } catch (HttpException e) {
            throw new HttpException(
                    Status.BAD_REQUEST, "The form is not percent-encoded UTF-8, or has more than 1000 fields.");
        }
    }

    private static boolean isForm(Request request) {
        Optional<String> type = request.headers().first(FieldNames.CONTENT_TYPE);
        return type.isEmpty()
                || type.get().equals(FORM)
                || MediaType.parse(type.get())
                        .filter(parsed -> parsed.essence().equals(FORM))
                        .isPresent();
    }

    /** The fields that were read. */
    static QueryParameters fields(Request request) {
        return request.attribute(FIELDS, QueryParameters.class)
                .orElseThrow(
                        () -> new IllegalStateException("form: not read (expected: before its fields are asked for)"));
    }
}
