package dev.weir.sample;

import dev.weir.json.Patched;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What a client wants to change of a to-do, in JSON. Whatever it leaves out stays as it is, and so does what it sends as
 * null: but for the day, which a to-do can be without, so that null takes it away.
 */
record TodoChanges(
        Optional<@Title String> title,
        Optional<Boolean> completed,
        Optional<@Min(-FARTHEST) @Max(FARTHEST) Integer> order,
        Patched<LocalDate> due) {

    /** How far from the middle a to-do may be put, either way. */
    static final long FARTHEST = 1_000_000_000;

    /** Takes null for absent, which is what reading JSON may give. */
    TodoChanges {
        title = Objects.requireNonNullElse(title, Optional.empty());
        completed = Objects.requireNonNullElse(completed, Optional.empty());
        order = Objects.requireNonNullElse(order, Optional.empty());
    }
}
