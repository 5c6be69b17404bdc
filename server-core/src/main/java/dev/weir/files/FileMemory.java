package dev.weir.files;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Files that are in use, up to a number of octets. What has not been asked for since the hand last came by makes room first
 * (the clock algorithm), so that to find a file takes no lock.
 */
final class FileMemory {

    private record Place(String path, ServedFile file) {}

    private final long capacity;
    private final ConcurrentHashMap<String, ServedFile> files = new ConcurrentHashMap<>();

    private final ReentrantLock lock = new ReentrantLock();

    /** Every file that was put in and not yet put out, the hand at its head. Guarded by {@code lock}. */
    private final ArrayDeque<Place> clock = new ArrayDeque<>();

    /** Sum of the weights of all files on the clock. Guarded by {@code lock}. */
    private long weight;

    FileMemory(long capacity) {
        this.capacity = capacity;
    }

    Optional<ServedFile> get(String path) {
        ServedFile file = files.get(path);
        if (file != null) {
            file.use();
        }
        return Optional.ofNullable(file);
    }

    /** Keeps a file, in place of the one that was there, unless it alone would be too much. */
    void put(String path, ServedFile file) {
        lock.lock();
        try {
            remove(path);
            if (file.weight() > capacity) {
                return;
            }
            files.put(path, file);
            clock.add(new Place(path, file));
            weight += file.weight();
            while (weight > capacity) {
                makeRoom();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Forgets a file that is not there any more. */
    void forget(String path) {
        lock.lock();
        try {
            remove(path);
        } finally {
            lock.unlock();
        }
    }

    private void remove(String path) {
        ServedFile old = files.remove(path);
        if (old != null) {
            clock.removeIf(place -> place.file == old);
            weight -= old.weight();
        }
    }

    private void makeRoom() {
        Place place = clock.remove();
        if (place.file.takeUse()) {
            clock.add(place);
        } else {
            files.remove(place.path);
            weight -= place.file.weight();
        }
    }

    /** Octets that are taken, for tests. */
    long weight() {
        lock.lock();
        try {
            return weight;
        } finally {
            lock.unlock();
        }
    }
}
