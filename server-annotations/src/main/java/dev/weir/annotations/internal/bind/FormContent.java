package dev.weir.annotations.internal.bind;

import dev.weir.forms.Form;
import dev.weir.http.HttpException;
import dev.weir.http.Request;
import java.io.IOException;

/**
 * Content that is a submitted form. It is read once for all arguments that want a field of it, and travels with the
 * request from there.
 */
public final class FormContent {

    /** Holds the fields; named so that no filter's attribute is in the way. */
    private static final String FORM = "dev.weir.annotations.form";

    private FormContent() {}

    /**
     * The request with the fields of its form.
     *
     * @throws HttpException with 415 if the content is something else, 400 if it is malformed, 413 if it is too large
     */
    public static Request read(Request request) throws IOException {
        return request.withAttribute(FORM, Form.of(request));
    }

    /** The form that was read. */
    static Form form(Request request) {
        return request.attribute(FORM, Form.class)
                .orElseThrow(
                        () -> new IllegalStateException("form: not read (expected: before its fields are asked for)"));
    }
}
