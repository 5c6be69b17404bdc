package dev.weir.sample;

import java.util.Optional;

/**
 * What has become of a to-do, for those who look at the list.
 *
 * @param todo as it is now; empty if it is gone, which is null in JSON
 */
record TodoChange(long id, Optional<Todo> todo) {

    /** All to-dos are gone. */
    static final TodoChange CLEARED = new TodoChange(0, Optional.empty());

    static TodoChange to(Todo todo) {
        return new TodoChange(todo.id(), Optional.of(todo));
    }

    static TodoChange removed(long id) {
        return new TodoChange(id, Optional.empty());
    }
}
