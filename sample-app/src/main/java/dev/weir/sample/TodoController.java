package dev.weir.sample;

import dev.weir.annotations.Body;
import dev.weir.annotations.Consumes;
import dev.weir.annotations.Controller;
import dev.weir.annotations.Delete;
import dev.weir.annotations.FormParam;
import dev.weir.annotations.Get;
import dev.weir.annotations.Params;
import dev.weir.annotations.Patch;
import dev.weir.annotations.PathParam;
import dev.weir.annotations.Post;
import dev.weir.annotations.Produces;
import dev.weir.annotations.ResponseHeader;
import dev.weir.annotations.Status;
import dev.weir.http.HttpException;
import dev.weir.http.Request;
import dev.weir.http.Response;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** To-dos over HTTP, as the Todo-Backend contract has it (todobackend.com). */
@Controller("/todos")
@ResponseHeader(name = "Cache-Control", value = "no-store")
final class TodoController {

    private final TodoStore store;
    private final TodoFeed feed;

    TodoController(TodoStore store, TodoFeed feed) {
        this.store = store;
        this.feed = feed;
    }

    @Get
    List<TodoView> list(@Params TodoFilter wanted, Request request) throws SQLException {
        return lines(wanted, request).toList();
    }

    /** The same, a line for each, for programs that read them one by one. */
    @Get
    @Produces("application/x-ndjson")
    Stream<TodoView> lines(@Params TodoFilter wanted, Request request) throws SQLException {
        return store.list(wanted).stream().map(todo -> view(request, todo));
    }

    @Post
    @Consumes("application/json")
    @Status(201)
    TodoView add(@Body NewTodo todo, Request request) throws SQLException {
        Todo added = store.add(todo);
        feed.tell(TodoChange.to(added));
        return view(request, added);
    }

    /** For the page where it has no scripts. */
    @Post
    @Consumes("application/x-www-form-urlencoded")
    Response addFromForm(@FormParam @Title String title, @FormParam Optional<LocalDate> due) throws SQLException {
        feed.tell(TodoChange.to(store.add(new NewTodo(title, due))));
        return Response.seeOther("/todos");
    }

    @Delete
    void removeAll() throws SQLException {
        store.removeAll();
        feed.tell(TodoChange.CLEARED);
    }

    @Get("/{id}")
    Optional<TodoView> find(@PathParam long id, Request request) throws SQLException {
        return store.find(id).map(todo -> view(request, todo));
    }

    @Patch("/{id}")
    Optional<TodoView> change(@PathParam long id, @Body TodoChanges changes, Request request) throws SQLException {
        Optional<Todo> changed = store.change(id, changes);
        changed.ifPresent(todo -> feed.tell(TodoChange.to(todo)));
        return changed.map(todo -> view(request, todo));
    }

    @Delete("/{id}")
    void remove(@PathParam long id) throws SQLException {
        if (!store.remove(id)) {
            throw new HttpException(dev.weir.http.Status.NOT_FOUND);
        }
        feed.tell(TodoChange.removed(id));
    }

    /** Each change from now on, as an event. */
    @Get("/changes")
    @Produces("text/event-stream")
    Stream<TodoChange> follow() {
        return feed.follow()
                .orElseThrow(() -> new HttpException(
                        dev.weir.http.Status.SERVICE_UNAVAILABLE, "Too many follow the list already."));
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
