package dev.weir.sample;

/**
 * A to-do as it is stored.
 *
 * @param order where it stands in the list; equals stand in the order they were added
 */
record Todo(long id, String title, boolean completed, int order) {}
