package dev.weir.annotations.internal.bind;

import dev.weir.http.Request;
import java.io.IOException;
import java.util.List;

/** What one parameter of an endpoint's method gets for a request; called by many threads. */
public interface Argument {

    /**
     * The value to call the method with.
     *
     * @throws InvalidArgumentException if the request's value is wrong or missing
     * @throws IOException if content cannot be read
     */
    Object from(Request request) throws InvalidArgumentException, IOException;

    /** The places of its text under their names on the wire; none if it takes something else. */
    default List<ValueSource> sources() {
        return List.of();
    }

    /** Whether it is read from JSON, so that what it is may have constraints of its own. */
    default boolean readsJson() {
        return false;
    }

    /** Whether it takes a field of a form, which has to be read before. */
    default boolean takesFormField() {
        return false;
    }

    /** Whether it reads the request's content, which happens once and after everything else held. */
    default boolean readsContent() {
        return false;
    }
}
