package dev.weir.routing;

import dev.weir.http.PathParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A pattern for paths, made of segments.
 *
 * <table>
 *   <caption>Segments</caption>
 *   <tr><td>{@code /literal}</td><td>that text; percent-encoding in it is decoded</td></tr>
 *   <tr><td>{@code /{name}}</td><td>any one segment that is not empty</td></tr>
 *   <tr><td>{@code /{name:regex}}</td><td>one segment that the expression matches as a whole</td></tr>
 *   <tr><td>{@code /pre{name}suf}</td><td>one segment with that start and end, and something between</td></tr>
 *   <tr><td>{@code /{*name}}</td><td>the rest of the path, which may be empty; only at the end</td></tr>
 * </table>
 *
 * <p>Patterns are matched against decoded segments ({@link dev.weir.http.RequestTarget#segments()}), so an encoded slash
 * never splits. {@code /a} and {@code /a/} are different patterns.
 */
public final class PathPattern {

    private final String text;
    private final List<Segment> segments;
    private final List<String> variables;

    PathPattern(String text, List<Segment> segments) {
        this.text = text;
        this.segments = List.copyOf(segments);
        this.variables = variablesOf(this.segments);
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException if it is malformed or can never match; the text tells what and where
     */
    public static PathPattern parse(String text) {
        return new PathPatternParser(text).parse();
    }

    private static List<String> variablesOf(List<Segment> segments) {
        List<String> names = new ArrayList<>();
        for (Segment segment : segments) {
            if (segment instanceof Segment.Variable variable) {
                names.add(variable.name());
            } else if (segment instanceof Segment.Matching matching) {
                names.add(matching.name());
            } else if (segment instanceof Segment.Affixed affixed) {
                names.add(affixed.name());
            } else if (segment instanceof Segment.Rest rest) {
                names.add(rest.name());
            }
        }
        return List.copyOf(names);
    }

    List<Segment> segments() {
        return segments;
    }

    /** Names of the variables in order. */
    public List<String> variables() {
        return variables;
    }

    /** Whether the last variable takes the rest of the path. */
    public boolean hasRest() {
        return !segments.isEmpty() && segments.get(segments.size() - 1) instanceof Segment.Rest;
    }

    /** The pattern as a path with variables by name alone, as descriptions of an API have it: {@code /files/{rest}}. */
    public String template() {
        StringBuilder template = new StringBuilder();
        for (Segment segment : segments) {
            template.append('/').append(segment.template());
        }
        return template.toString();
    }

    /** The regular expression that the value of a variable has to match as a whole, if the pattern gives one. */
    public Optional<String> expression(String variable) {
        return segments.stream()
                .filter(Segment.Matching.class::isInstance)
                .map(Segment.Matching.class::cast)
                .filter(matching -> matching.name().equals(variable))
                .map(matching -> matching.regex().pattern())
                .findFirst();
    }

    /** The pattern with the variables' names erased: two patterns that read the same here match the same paths. */
    public String erased() {
        StringBuilder erased = new StringBuilder();
        for (Segment segment : segments) {
            erased.append('/').append(segment.erased());
        }
        return erased.toString();
    }

    /**
     * This pattern below a prefix.
     *
     * @param prefix empty, or a pattern without {@code {*rest}}; a slash at its end makes no difference
     */
    public PathPattern under(String prefix) {
        String cut = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
        return cut.isEmpty() ? this : parse(cut + text);
    }

    /** What the variables stand for, given the values found for them in order. */
    PathParameters parameters(String[] values, List<String> rest) {
        if (!hasRest()) {
            return PathParameters.of(variables, values);
        }
        int last = variables.size() - 1;
        return PathParameters.of(variables.subList(0, last), values).with(variables.get(last), rest);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PathPattern that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The pattern as written. */
    @Override
    public String toString() {
        return text;
    }
}
