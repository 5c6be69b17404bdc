package dev.weir.annotations.internal.description;

/**
 * A part of a form, or all parts of one name.
 *
 * @param input what it is called and what it becomes
 * @param kind what it is read as
 */
public record PartDescription(InputDescription input, Kind kind) {

    /** What a part is read as. */
    public enum Kind {
        TEXT,
        FILE,
        JSON
    }
}
