package dev.weir.sample;

import java.util.Optional;
import java.util.Set;
import java.util.Spliterators;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Hands each change to everybody who follows the list; called by many threads at once.
 *
 * <p>Nobody who changes something waits for those who follow: one who is too far behind is let go, and has to begin anew.
 */
final class TodoFeed {

    private static final int MOST_FOLLOWERS = 100;
    private static final int MOST_BEHIND = 1000;

    private final Semaphore places = new Semaphore(MOST_FOLLOWERS);
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();

    /** Tells everybody of a change. */
    void tell(TodoChange change) {
        for (Follower follower : followers) {
            if (!follower.changes.offer(change)) {
                followers.remove(follower);
                follower.isLate = true;
            }
        }
    }

    /**
     * The changes from now on, without an end; to be closed by whoever follows, and interrupted if that one waits.
     *
     * @return empty if there is no place left
     */
    Optional<Stream<TodoChange>> follow() {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        Follower follower = new Follower();
        followers.add(follower);
        return Optional.of(StreamSupport.stream(follower, false).onClose(() -> {
            if (follower.hasLeft.compareAndSet(false, true)) {
                followers.remove(follower);
                places.release();
            }
        }));
    }

    private static final class Follower extends Spliterators.AbstractSpliterator<TodoChange> {

        final BlockingQueue<TodoChange> changes = new LinkedBlockingQueue<>(MOST_BEHIND);

        final AtomicBoolean hasLeft = new AtomicBoolean();

        /** Whether changes were lost, so that those still in the queue are the last. */
        volatile boolean isLate;

        Follower() {
            super(Long.MAX_VALUE, ORDERED | NONNULL);
        }

        @Override
        public boolean tryAdvance(Consumer<? super TodoChange> action) {
            if (isLate && changes.isEmpty()) {
                return false;
            }
            try {
                action.accept(changes.take());
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
