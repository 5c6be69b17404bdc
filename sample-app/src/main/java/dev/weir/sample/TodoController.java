package dev.weir.sample;

import dev.weir.annotations.Body;
import dev.weir.annotations.Controller;
import dev.weir.annotations.Delete;
import dev.weir.annotations.Get;
import dev.weir.annotations.Patch;
import dev.weir.annotations.PathParam;
import dev.weir.annotations.Post;
import dev.weir.annotations.Status;
import dev.weir.http.HttpException;
import dev.weir.http.Request;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** To-dos over HTTP, as the Todo-Backend contract has it (todobackend.com). */
@Controller("/todos")
final class TodoController {

    private final TodoStore store;

    TodoController(TodoStore store) {
        this.store = store;
    }

    @Get
    List<TodoView> list(Request request) throws SQLException {
        return store.list().stream().map(todo -> view(request, todo)).toList();
    }

    @Post
    @Status(201)
    TodoView add(@Body NewTodo todo, Request request) throws SQLException {
        return view(request, store.add(todo.title(), todo.completed().orElse(false), todo.order()));
    }

    @Delete
    void removeAll() throws SQLException {
        store.removeAll();
    }

    @Get("/{id}")
    Optional<TodoView> find(@PathParam long id, Request request) throws SQLException {
        return store.find(id).map(todo -> view(request, todo));
    }

    @Patch("/{id}")
    Optional<TodoView> change(@PathParam long id, @Body TodoChanges changes, Request request) throws SQLException {
        return store.change(id, changes).map(todo -> view(request, todo));
    }

    @Delete("/{id}")
    void remove(@PathParam long id) throws SQLException {
        if (!store.remove(id)) {
            throw new HttpException(dev.weir.http.Status.NOT_FOUND);
        }
    }

    private static TodoView view(Request request, Todo todo) {
        String scheme = request.peer().isSecure() ? "https" : "http";
        String authority = request.authority().orElseGet(() -> localAuthority(request));
        return TodoView.of(todo, scheme + "://" + authority + "/todos/" + todo.id());
    }

    /** For clients from before the Host field. */
    private static String localAuthority(Request request) {
        if (request.peer().local() instanceof InetSocketAddress local) {
            String host = local.getHostString();
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + local.getPort();
        }
        return "localhost";
    }
}
