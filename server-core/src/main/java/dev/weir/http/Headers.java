package dev.weir.http;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A header section or a trailer section: field lines in the order in which they stand in the message (RFC 9110 section
 * 6.3).
 *
 * <p>Field names are compared without regard to case. A section is immutable. Make one with {@link #of(String...)}, or
 * start from another with {@link #with}, {@link #plus} and {@link #without}; an application has no reason to implement
 * this interface, the server does so to decode what arrived only when asked.
 */
public interface Headers extends Iterable<Headers.Field> {

    /**
     * One field line.
     *
     * @param name the field name as sent
     * @param value the field value without surrounding whitespace
     */
    record Field(String name, String value) {}

    /** Number of field lines. */
    int size();

    /** Field name of line {@code index}, counted from zero. */
    String name(int index);

    /** Field value of line {@code index}, counted from zero. */
    String value(int index);

    /** Value of the first line of that name. */
    default Optional<String> first(String name) {
        for (int i = 0; i < size(); i++) {
            if (name(i).equalsIgnoreCase(name)) {
                return Optional.of(value(i));
            }
        }
        return Optional.empty();
    }

    /** Values of all lines of that name, in order; empty if there is none. */
    default List<String> all(String name) {
        List<String> values = null;
        for (int i = 0; i < size(); i++) {
            if (name(i).equalsIgnoreCase(name)) {
                if (values == null) {
                    values = new ArrayList<>(2);
                }
                values.add(value(i));
            }
        }
        return values == null ? List.of() : List.copyOf(values);
    }

    /** Whether a line of that name is there. */
    default boolean contains(String name) {
        return first(name).isPresent();
    }

    /** Whether there is no line at all. */
    default boolean isEmpty() {
        return size() == 0;
    }

    /**
     * Whether the comma-separated lists of that name hold a member equal to {@code token} but for case (RFC 9110 section
     * 5.6.1), over all its lines.
     */
    default boolean containsToken(String name, String token) {
        for (int i = 0; i < size(); i++) {
            if (name(i).equalsIgnoreCase(name) && FieldLines.listHolds(value(i), token)) {
                return true;
            }
        }
        return false;
    }

    /** This section with one line of that name: in the place of the first if there was one, all others removed. */
    default Headers with(String name, String value) {
        return FieldLines.copyOf(this).replace(name, value);
    }

    /** This section with a line added at its end. */
    default Headers plus(String name, String value) {
        return FieldLines.copyOf(this).add(name, value);
    }

    /** This section with all lines of {@code other} added at its end. */
    default Headers plusAll(Headers other) {
        if (other.isEmpty()) {
            return this;
        }
        Headers sum = this;
        for (Field field : other) {
            sum = sum.plus(field.name(), field.value());
        }
        return sum;
    }

    /** This section without the lines of that name. */
    default Headers without(String name) {
        return contains(name) ? FieldLines.copyOf(this).remove(name) : this;
    }

    @Override
    default Iterator<Field> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < size();
            }

            @Override
            public Field next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("no field line " + next);
                }
                return new Field(name(next), value(next++));
            }
        };
    }

    /** A section without lines. */
    static Headers empty() {
        return FieldLines.EMPTY;
    }

    /**
     * A section from names and values in turn.
     *
     * @throws IllegalArgumentException if a name is no token, a value holds a control character, or a value is missing
     */
    static Headers of(String... namesAndValues) {
        return FieldLines.of(namesAndValues);
    }
}
