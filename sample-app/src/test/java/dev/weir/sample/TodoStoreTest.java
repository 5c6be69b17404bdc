package dev.weir.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.json.Patched;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TodoStoreTest {

    private TodoStore store;

    @BeforeEach
    void openStore() throws Exception {
        store = InMemory.todoStore();
    }

    private Todo add(String title, boolean completed, Optional<Integer> order) throws SQLException {
        return store.add(new NewTodo(title, Optional.of(completed), order, Optional.empty()));
    }

    @Test
    void isEmptyAtFirst() throws Exception {
        assertEquals(List.of(), store.list(TodoFilter.ALL));
    }

    @Test
    void addsToTheEnd() throws Exception {
        Todo first = add("first", false, Optional.empty());
        Todo far = add("far", true, Optional.of(10));
        Todo last = add("last", false, Optional.empty());

        assertEquals(new Todo(first.id(), "first", false, 1, Optional.empty()), first);
        assertEquals(new Todo(far.id(), "far", true, 10, Optional.empty()), far);
        assertEquals(11, last.order());
        assertEquals(List.of(first, far, last), store.list(TodoFilter.ALL));
    }

    @Test
    void listsByOrderAndThenByAge() throws Exception {
        Todo b = add("b", false, Optional.of(5));
        Todo c = add("c", false, Optional.of(5));
        Todo a = add("a", false, Optional.of(-5));
        assertEquals(List.of(a, b, c), store.list(TodoFilter.ALL));
    }

    @Test
    void changesOnlyWhatIsGiven() throws Exception {
        Todo todo = add("title", false, Optional.of(3));
        Optional<Todo> changed = store.change(
                todo.id(), new TodoChanges(Optional.empty(), Optional.of(true), Optional.empty(), Patched.absent()));

        assertEquals(Optional.of(new Todo(todo.id(), "title", true, 3, Optional.empty())), changed);
        assertEquals(changed, store.find(todo.id()));
        assertEquals(
                Optional.of(new Todo(todo.id(), "other", false, 4, Optional.empty())),
                store.change(
                        todo.id(),
                        new TodoChanges(Optional.of("other"), Optional.of(false), Optional.of(4), Patched.absent())));
    }

    @Test
    void findsToDosOfATableFromBeforeTheyHadADay() throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:before;DB_CLOSE_DELAY=-1");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table todo (id bigint generated always as identity primary key,"
                    + " title varchar(500) not null, completed boolean not null, position integer not null)");
            statement.execute("insert into todo (title, completed, position) values ('old', true, 3)");
        }
        TodoStore old = new TodoStore(database);
        assertEquals(List.of(new Todo(1, "old", true, 3, Optional.empty())), old.list(TodoFilter.ALL));
        LocalDate day = LocalDate.of(2026, 2, 28);
        TodoChanges due = new TodoChanges(Optional.empty(), Optional.empty(), Optional.empty(), Patched.of(day));
        assertEquals(Optional.of(day), old.change(1, due).orElseThrow().due());
        assertEquals(
                Optional.of(day), new TodoStore(database).find(1).orElseThrow().due());
    }

    @Test
    void changesNothingThatIsNotThere() throws Exception {
        assertEquals(
                Optional.empty(),
                store.change(
                        7, new TodoChanges(Optional.of("x"), Optional.empty(), Optional.empty(), Patched.absent())));
    }

    @Test
    void removesOne() throws Exception {
        Todo stays = add("stays", false, Optional.empty());
        Todo goes = add("goes", false, Optional.empty());

        assertTrue(store.remove(goes.id()));
        assertFalse(store.remove(goes.id()));
        assertEquals(List.of(stays), store.list(TodoFilter.ALL));
    }

    @Test
    void removesAllAndUsesNoIdentifierAgain() throws Exception {
        Todo gone = add("gone", false, Optional.empty());
        store.removeAll();

        assertEquals(List.of(), store.list(TodoFilter.ALL));
        assertTrue(add("next", false, Optional.empty()).id() > gone.id());
    }

    @Test
    void keepsTextAsItIs() throws Exception {
        String title = "'; drop table todo; -- <b>é</b> 😀 \u0000";
        assertEquals(title, add(title, false, Optional.empty()).title());
    }
}
