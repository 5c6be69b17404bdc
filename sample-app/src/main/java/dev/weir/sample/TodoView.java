package dev.weir.sample;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A to-do as clients see it, in JSON.
 *
 * @param url where it is, absolute
 */
record TodoView(long id, String url, String title, boolean completed, int order, Optional<LocalDate> due) {

    static TodoView of(Todo todo, String url) {
        return new TodoView(todo.id(), url, todo.title(), todo.completed(), todo.order(), todo.due());
    }
}
