package dev.weir.json;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Content that is no JSON text, or does not have the shape of the type asked for.
 *
 * <p>All of it goes to the client, so it repeats no value that the client sent. Stack traces are not filled in.
 */
public final class JsonReadException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String detail;
    private final transient Optional<String> pointer;
    private final int line;
    private final int column;
    private final transient Optional<String> expected;
    private final transient List<String> allowed;

    private JsonReadException(
            String code,
            String detail,
            Optional<String> pointer,
            int line,
            int column,
            Optional<String> expected,
            List<String> allowed) {
        super(detail, null, false, false);
        this.code = Objects.requireNonNull(code, "code");
        this.detail = Objects.requireNonNull(detail, "detail");
        this.pointer = pointer;
        this.line = line;
        this.column = column;
        this.expected = expected;
        this.allowed = allowed;
    }

    /**
     * Text that breaks JSON's grammar.
     *
     * @param line where, from 1; 0 if not known
     * @param column where, from 1; 0 if not known
     */
    public static JsonReadException malformed(String detail, int line, int column) {
        return new JsonReadException(
                "malformed-json", detail, Optional.empty(), line, column, Optional.empty(), List.of());
    }

    /**
     * A value of another shape than expected.
     *
     * @param pointer where, as a URI fragment: {@code #/lines/0/quantity}, {@code #} for the whole (RFC 6901 section 6)
     * @param code for programs: {@code not-a-number}, {@code missing} and such
     * @param detail for people
     */
    public static JsonReadException mismatch(String pointer, String code, String detail) {
        return new JsonReadException(code, detail, Optional.of(pointer), 0, 0, Optional.empty(), List.of());
    }

    /** The same with the name of the type expected, {@code int32} say. */
    public JsonReadException withExpected(String type) {
        return new JsonReadException(code, detail, pointer, line, column, Optional.of(type), allowed);
    }

    /** The same with the values that would be accepted. */
    public JsonReadException withAllowed(List<String> values) {
        return new JsonReadException(code, detail, pointer, line, column, expected, List.copyOf(values));
    }

    /** The kind of fault, for programs. */
    public String code() {
        return code;
    }

    /** What is wrong, for people. */
    public String detail() {
        return detail;
    }

    /** Where it is wrong, unless the text breaks JSON's grammar. */
    public Optional<String> pointer() {
        return pointer;
    }

    /** Line of a breach of grammar, from 1. */
    public OptionalInt line() {
        return line > 0 ? OptionalInt.of(line) : OptionalInt.empty();
    }

    /** Column of a breach of grammar, from 1. */
    public OptionalInt column() {
        return column > 0 ? OptionalInt.of(column) : OptionalInt.empty();
    }

    /** Name of the type expected. */
    public Optional<String> expected() {
        return expected;
    }

    /** The values that would be accepted; empty if they can't be listed. */
    public List<String> allowed() {
        return allowed;
    }
}
