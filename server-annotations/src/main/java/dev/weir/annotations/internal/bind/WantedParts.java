package dev.weir.annotations.internal.bind;

import java.util.HashMap;
import java.util.Map;

/** The names of the parts that a method takes; filled at start-up, then only read. */
public final class WantedParts {

    /** For each name whether the part may be in a file. */
    private final Map<String, Boolean> names = new HashMap<>();

    /** Adds the name of a part that is taken as a whole, which has to be in memory. */
    public void addInMemory(String name) {
        names.put(name, false);
    }

    /** Adds the name of a part that is read bit by bit, unless something else takes it as a whole. */
    public void addInFile(String name) {
        names.putIfAbsent(name, true);
    }

    /** Whether no part is taken. */
    public boolean isEmpty() {
        return names.isEmpty();
    }

    boolean has(String name) {
        return names.containsKey(name);
    }

    boolean mayBeInFile(String name) {
        return names.getOrDefault(name, false);
    }
}
