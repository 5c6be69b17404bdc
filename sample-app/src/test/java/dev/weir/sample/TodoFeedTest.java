package dev.weir.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TodoFeedTest {

    private final TodoFeed feed = new TodoFeed();

    private static TodoChange change(int number) {
        return TodoChange.to(new Todo(number, "number " + number, false, number, Optional.empty()));
    }

    @Test
    void tellsEverybodyWhoFollowsOfEachChange() {
        Stream<TodoChange> one = feed.follow().orElseThrow();
        Stream<TodoChange> other = feed.follow().orElseThrow();
        List<TodoChange> changes = List.of(change(1), TodoChange.removed(1), TodoChange.CLEARED);
        changes.forEach(feed::tell);
        assertEquals(changes, one.limit(3).toList());
        assertEquals(changes, other.limit(3).toList());
    }

    @Test
    void letsOneGoWhoIsTooFarBehind() {
        Stream<TodoChange> slow = feed.follow().orElseThrow();
        for (int i = 0; i < 1500; i++) {
            feed.tell(change(i));
        }
        assertEquals(1000, slow.count());
    }

    @Test
    void hasAPlaceAgainForEachThatLeaves() {
        List<Stream<TodoChange>> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            all.add(feed.follow().orElseThrow());
        }
        assertTrue(feed.follow().isEmpty());
        all.get(0).close();
        all.get(0).close();
        assertTrue(feed.follow().isPresent());
        assertTrue(feed.follow().isEmpty());
    }

    @Test
    void endsForOneThatIsInterrupted() {
        Stream<TodoChange> changes = feed.follow().orElseThrow();
        Thread.currentThread().interrupt();
        assertEquals(0, changes.count());
        assertTrue(Thread.interrupted());
    }
}
