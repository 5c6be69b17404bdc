package dev.weir.annotations.internal.result;

import dev.weir.http.Response;

/**
 * A result that is never null, as far as its declaration goes: null is a bug in the method.
 *
 * @param present for every other value
 * @param method who has the bug, for the log
 */
public record RequiredResult(Result present, String method) implements Result {

    @Override
    public Response response(Object value) throws Exception {
        if (value == null) {
            throw new IllegalStateException(
                    method + " returned null (expected: a value; return an Optional, or declare it Nullable)");
        }
        return present.response(value);
    }
}
