package dev.weir.sample;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/** What a client says of a to-do that is to be added, in JSON. */
record NewTodo(
        @NotNull(message = "A to-do needs a title.") @Title String title,
        Optional<Boolean> completed,
        Optional<@Min(-TodoChanges.FARTHEST) @Max(TodoChanges.FARTHEST) Integer> order,
        Optional<LocalDate> due) {

    /** One that is open, behind all others. */
    NewTodo(String title, Optional<LocalDate> due) {
        this(title, Optional.empty(), Optional.empty(), due);
    }

    /** Takes null for absent, which is what reading JSON may give. */
    NewTodo {
        completed = Objects.requireNonNullElse(completed, Optional.empty());
        order = Objects.requireNonNullElse(order, Optional.empty());
        due = Objects.requireNonNullElse(due, Optional.empty());
    }
}
