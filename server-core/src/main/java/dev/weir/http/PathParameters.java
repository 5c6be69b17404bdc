package dev.weir.http;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What the variables of a path pattern stood for in a request's path, decoded.
 *
 * <p>For the pattern {@code /files/{owner}/{*rest}} and the path {@code /files/ada/a/b%20c}, {@code owner} is
 * {@code ada} and {@code rest} is the segments {@code ["a", "b c"]}.
 */
public final class PathParameters {

    private static final PathParameters EMPTY = new PathParameters(List.of(), new Object[0]);

    private final List<String> names;

    /** For each name its value: a String, or a list of segments for the rest of a path. */
    private final Object[] values;

    private PathParameters(List<String> names, Object[] values) {
        this.names = names;
        this.values = values;
    }

    /** No parameters. */
    public static PathParameters empty() {
        return EMPTY;
    }

    /**
     * Parameters of those names.
     *
     * @param names each once
     * @param values one for each name, in order; more of them are not used
     * @throws IllegalArgumentException if there are fewer values than names
     */
    public static PathParameters of(List<String> names, String... values) {
        if (values.length < names.size()) {
            throw new IllegalArgumentException("path parameters: " + values.length
                    + " values (expected: one for each of " + String.join(", ", names) + ")");
        }
        return new PathParameters(List.copyOf(names), Arrays.copyOf(values, names.size(), Object[].class));
    }

    /** These parameters and one more. */
    public PathParameters with(String name, String value) {
        return added(name, Objects.requireNonNull(value, "value"));
    }

    /** These parameters and one that stands for the rest of a path. */
    public PathParameters with(String name, List<String> segments) {
        return added(name, List.copyOf(segments));
    }

    private PathParameters added(String name, Object value) {
        if (names.contains(name)) {
            throw new IllegalArgumentException("path parameter: " + name + " (expected: a name not yet taken)");
        }
        Object[] more = Arrays.copyOf(values, values.length + 1);
        more[values.length] = value;
        String[] moreNames = names.toArray(new String[names.size() + 1]);
        moreNames[names.size()] = name;
        return new PathParameters(List.of(moreNames), more);
    }

    /**
     * A parameter's value; for the rest of a path its segments joined by {@code /}.
     *
     * @throws HttpException with status 400 if a segment of the rest holds {@code /} or a backslash itself, so that
     *     the joined text would not tell where segments end; {@link #segments(String)} has no such limit
     */
    public Optional<String> first(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            return Optional.empty();
        }
        return Optional.of(values[index] instanceof List<?> rest ? joined(rest) : (String) values[index]);
    }

    /** A parameter as segments: those of the rest of a path, or the one value of any other; empty if there is none. */
    @SuppressWarnings("unchecked") // with(String, List<String>) is where lists come from
    public List<String> segments(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            return List.of();
        }
        return values[index] instanceof List<?> rest ? (List<String>) rest : List.of((String) values[index]);
    }

    /** Whether there is a parameter of that name. */
    public boolean contains(String name) {
        return names.contains(name);
    }

    /** All names in the order of the pattern. */
    public Set<String> names() {
        return new LinkedHashSet<>(names);
    }

    private static String joined(List<?> segments) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < segments.size(); i++) {
            String segment = (String) segments.get(i);
            if (segment.indexOf('/') >= 0 || segment.indexOf('\\') >= 0) {
                throw new HttpException(Status.BAD_REQUEST, "A path segment holds an encoded slash or backslash.");
            }
            text.append(i == 0 ? "" : "/").append(segment);
        }
        return text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PathParameters that && names.equals(that.names) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * names.hashCode() + Arrays.hashCode(values);
    }
}
