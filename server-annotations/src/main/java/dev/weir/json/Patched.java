package dev.weir.json;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A member of a JSON document that changes something: absent, which leaves it alone, null, which takes it away, or a value
 * (as in a JSON merge patch, RFC 7396).
 *
 * <pre>{@code
 * record Change(Patched<String> title, Patched<LocalDate> due) {}
 *
 * @Patch("/{id}") Todo change(long id, Change change) {
 *     Todo todo = …;
 *     return new Todo(id, change.title().orElse(todo.title()), change.due().orElse(todo.due()));
 * }
 * }</pre>
 *
 * <p>Components of records that content is read into can be of this type. One of them is never null.
 *
 * @param <T> type of the value
 */
public final class Patched<T> {

    private static final Patched<?> ABSENT = new Patched<>(false, null);
    private static final Patched<?> NULL = new Patched<>(true, null);

    private final boolean isGiven;

    /** Null if it is absent, or is null. */
    private final T value;

    private Patched(boolean isGiven, T value) {
        this.isGiven = isGiven;
        this.value = value;
    }

    /** A member that is not there. */
    @SuppressWarnings("unchecked") // it holds no value of any type
    public static <T> Patched<T> absent() {
        return (Patched<T>) ABSENT;
    }

    /** A member that is null. */
    @SuppressWarnings("unchecked") // it holds no value of any type
    public static <T> Patched<T> ofNull() {
        return (Patched<T>) NULL;
    }

    /** A member with a value. */
    public static <T> Patched<T> of(T value) {
        return new Patched<>(true, Objects.requireNonNull(value, "value"));
    }

    /** Whether the member is not there, so that nothing is to change. */
    public boolean isAbsent() {
        return !isGiven;
    }

    /** Whether the member is there and null. */
    public boolean isNull() {
        return isGiven && value == null;
    }

    /** The value, if the member has one. */
    public Optional<T> value() {
        return Optional.ofNullable(value);
    }

    /**
     * What becomes of something by this change.
     *
     * @param current what it is now
     * @return {@code current} if the member is absent, else its value, which may be null
     */
    public T orElse(T current) {
        return isGiven ? value : current;
    }

    /** Hands the value over, or null, unless the member is absent. */
    public void ifGiven(Consumer<? super T> use) {
        if (isGiven) {
            use.accept(value);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Patched<?> that && isGiven == that.isGiven && Objects.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(isGiven, value);
    }

    @Override
    public String toString() {
        return isGiven ? String.valueOf(value) : "absent";
    }
}
