package dev.weir.annotations.internal.bind;

import dev.weir.http.Request;
import java.util.List;
import java.util.Optional;

/** A place in a request where text stands under a name. */
public interface ValueSource {

    /** What the place is called in problem documents. */
    String in();

    /** The name on the wire. */
    String name();

    /** Whether the place is a form, which has to be read before. */
    default boolean isForm() {
        return false;
    }

    /**
     * All values, in order; empty if there is none.
     *
     * @throws InvalidArgumentException if they are more than is sensible
     */
    List<String> all(Request request) throws InvalidArgumentException;

    /**
     * The only value; empty if there is none.
     *
     * @throws InvalidArgumentException if there are more
     */
    default Optional<String> single(Request request) throws InvalidArgumentException {
        List<String> all = all(request);
        if (all.size() > 1) {
            throw new InvalidArgumentException(ArgumentError.repeated(this));
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }
}
