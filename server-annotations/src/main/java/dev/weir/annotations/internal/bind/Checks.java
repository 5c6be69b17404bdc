package dev.weir.annotations.internal.bind;

import dev.weir.http.HttpException;
import dev.weir.http.Request;

/** What the arguments and the result of one method have to hold; called by many threads. */
public interface Checks {

    /** Whether there is something that arguments may violate, not only results. */
    boolean mayRefuse();

    /**
     * Checks arguments that are all bound.
     *
     * @param values in the order of the method's parameters
     * @throws HttpException with 422 that tells all constraints that they do not hold
     */
    void checkArguments(Request request, Object[] values);

    /**
     * Checks what the method returned.
     *
     * @throws IllegalStateException if it does not hold its constraints, which is the application's fault
     */
    void checkResult(Object result);
}
