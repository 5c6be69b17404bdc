package dev.weir.sample;

/**
 * A to-do as clients see it, in JSON.
 *
 * @param url where it is, absolute
 */
record TodoView(long id, String url, String title, boolean completed, int order) {

    static TodoView of(Todo todo, String url) {
        return new TodoView(todo.id(), url, todo.title(), todo.completed(), todo.order());
    }
}
