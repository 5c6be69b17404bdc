package dev.weir.testing;

import dev.weir.http.Headers;
import dev.weir.http.Status;
import java.util.List;

/**
 * All of a response that comes before its content.
 *
 * @param request what it answers, as {@code GET /todos/1}
 * @param status of the final response
 * @param headers of the final response
 * @param interim status of each interim response that came before
 */
record ResponseHead(String request, Status status, Headers headers, List<Status> interim) {

    @Override
    public String toString() {
        return request + " was answered " + status;
    }
}
