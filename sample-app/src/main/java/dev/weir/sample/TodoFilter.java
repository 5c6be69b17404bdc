package dev.weir.sample;

import dev.weir.annotations.QueryParam;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which to-dos a client wants to see: all of them, unless it says more.
 *
 * @param completed only those that are done, or only those that are not
 * @param dueBy only those that are due on that day or before
 */
record TodoFilter(
        @QueryParam Optional<Boolean> completed, @QueryParam Optional<LocalDate> dueBy) {

    static final TodoFilter ALL = new TodoFilter(Optional.empty(), Optional.empty());
}
