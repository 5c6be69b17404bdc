package dev.weir.sample;

/**
 * What has become of a to-do, for those who look at the list.
 *
 * @param todo as it is now; null if it is gone
 */
record TodoChange(long id, Todo todo) {

    /** All to-dos are gone. */
    static final TodoChange CLEARED = new TodoChange(0, null);

    static TodoChange to(Todo todo) {
        return new TodoChange(todo.id(), todo);
    }

    static TodoChange removed(long id) {
        return new TodoChange(id, null);
    }
}
