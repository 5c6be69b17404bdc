package dev.weir.sample;

import java.util.Objects;
import java.util.Optional;

/**
 * What a client says of a to-do, in JSON: all of a new one, or what is to change. Whatever it leaves out is absent, and
 * so is what it sends as null.
 */
record TodoChanges(Optional<String> title, Optional<Boolean> completed, Optional<Integer> order) {

    /** Takes null for absent, which is what reading JSON may give. */
    TodoChanges {
        title = Objects.requireNonNullElse(title, Optional.empty());
        completed = Objects.requireNonNullElse(completed, Optional.empty());
        order = Objects.requireNonNullElse(order, Optional.empty());
    }
}
