package dev.weir.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TodoStoreTest {

    private TodoStore store;

    @BeforeEach
    void openStore() throws Exception {
        store = InMemory.todoStore();
    }

    @Test
    void isEmptyAtFirst() throws Exception {
        assertEquals(List.of(), store.list());
    }

    @Test
    void addsToTheEnd() throws Exception {
        Todo first = store.add("first", false, Optional.empty());
        Todo far = store.add("far", true, Optional.of(10));
        Todo last = store.add("last", false, Optional.empty());

        assertEquals(new Todo(first.id(), "first", false, 1), first);
        assertEquals(new Todo(far.id(), "far", true, 10), far);
        assertEquals(11, last.order());
        assertEquals(List.of(first, far, last), store.list());
    }

    @Test
    void listsByOrderAndThenByAge() throws Exception {
        Todo b = store.add("b", false, Optional.of(5));
        Todo c = store.add("c", false, Optional.of(5));
        Todo a = store.add("a", false, Optional.of(-5));
        assertEquals(List.of(a, b, c), store.list());
    }

    @Test
    void changesOnlyWhatIsGiven() throws Exception {
        Todo todo = store.add("title", false, Optional.of(3));
        Optional<Todo> changed =
                store.change(todo.id(), new TodoChanges(Optional.empty(), Optional.of(true), Optional.empty()));

        assertEquals(Optional.of(new Todo(todo.id(), "title", true, 3)), changed);
        assertEquals(changed, store.find(todo.id()));
        assertEquals(
                Optional.of(new Todo(todo.id(), "other", false, 4)),
                store.change(todo.id(), new TodoChanges(Optional.of("other"), Optional.of(false), Optional.of(4))));
    }

    @Test
    void changesNothingThatIsNotThere() throws Exception {
        assertEquals(
                Optional.empty(),
                store.change(7, new TodoChanges(Optional.of("x"), Optional.empty(), Optional.empty())));
    }

    @Test
    void removesOne() throws Exception {
        Todo stays = store.add("stays", false, Optional.empty());
        Todo goes = store.add("goes", false, Optional.empty());

        assertTrue(store.remove(goes.id()));
        assertFalse(store.remove(goes.id()));
        assertEquals(List.of(stays), store.list());
    }

    @Test
    void removesAllAndUsesNoIdentifierAgain() throws Exception {
        Todo gone = store.add("gone", false, Optional.empty());
        store.removeAll();

        assertEquals(List.of(), store.list());
        assertTrue(store.add("next", false, Optional.empty()).id() > gone.id());
    }

    @Test
    void keepsTextAsItIs() throws Exception {
        String title = "'; drop table todo; -- <b>é</b> 😀 \u0000";
        assertEquals(title, store.add(title, false, Optional.empty()).title());
    }
}
