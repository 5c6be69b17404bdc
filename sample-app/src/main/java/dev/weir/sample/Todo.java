package dev.weir.sample;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A to-do as it is stored.
 *
 * @param order where it stands in the list; equals stand in the order they were added
 * @param due the day by which it is to be done, if there is one
 */
record Todo(long id, String title, boolean completed, int order, Optional<LocalDate> due) {}
