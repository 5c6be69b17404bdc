package dev.weir.annotations.internal.bind;

import dev.weir.http.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Several arguments in the order in which they are handed over. All that do not read the content are bound first, so that
 * their faults are told together; content is read only if there are none.
 */
public final class Arguments {

    private final Argument[] all;

    /** Index of the argument that reads the content; -1 if none does. */
    private final int content;

    /** Those arguments, of which at most one reads the content. */
    public Arguments(List<Argument> arguments) {
        this.all = arguments.toArray(Argument[]::new);
        int reader = -1;
        for (int i = 0; i < all.length; i++) {
            reader = all[i].readsContent() ? i : reader;
        }
        this.content = reader;
    }

    /** Whether one of them takes a field of a form. */
    public boolean takeFormFields() {
        return Arrays.stream(all).anyMatch(Argument::takesFormField);
    }

    /**
     * Their values.
     *
     * @throws InvalidArgumentException with the errors of all that are wrong
     * @throws IOException if content cannot be read
     */
    public Object[] from(Request request) throws InvalidArgumentException, IOException {
        Object[] values = new Object[all.length];
        List<ArgumentError> errors = null;
        for (int i = 0; i < all.length; i++) {
            if (i != content) {
                errors = bind(i, request, values, errors);
            }
        }
        if (errors != null) {
            throw new InvalidArgumentException(errors);
        }
        if (content >= 0) {
            values[content] = all[content].from(request);
        }
        return values;
    }

    /** The errors so far, with those of one more argument; null as long as there are none. */
    private List<ArgumentError> bind(int index, Request request, Object[] values, List<ArgumentError> errors)
            throws IOException {
        try {
            values[index] = all[index].from(request);
            return errors;
        } catch (InvalidArgumentException e) {
            List<ArgumentError> more = errors == null ? new ArrayList<>() : errors;
            more.addAll(e.errors());
            return more;
        }
    }
}
