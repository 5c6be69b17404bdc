package dev.weir.annotations.internal.result;

import dev.weir.http.Response;

/** Makes the response of what a method returned; called by many threads. */
@FunctionalInterface
public interface Result {

    /** The response; what it throws is treated as if the method had thrown it. */
    Response response(Object value) throws Exception;
}
