package dev.weir.annotations.internal.endpoint;

import dev.weir.annotations.internal.faults.Fault;
import dev.weir.annotations.internal.faults.Place;
import dev.weir.routing.PathPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes path patterns of a controller's prefix and its methods' paths.
 *
 * @param tools where faults go
 * @param prefix as written; a slash at its end makes no difference
 */
record PathTexts(Toolbox tools, String prefix) {

    private static final String EXPECTED = "(expected: ";

    PathTexts {
        prefix = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
    }

    boolean isPrefixValid(Place place) {
        if (prefix.isEmpty()) {
            return true;
        }
        Optional<PathPattern> pattern = parse(prefix, place);
        if (pattern.isPresent() && pattern.get().hasRest()) {
            malformed(place, prefix, "{*name} is only for the end of a path, and methods' paths follow the prefix.");
            return false;
        }
        return pattern.isPresent();
    }

    /** The patterns of a verb, unless one is malformed. */
    Optional<List<PathPattern>> patterns(Verb verb, Place place) {
        List<PathPattern> patterns = new ArrayList<>();
        if (verb.paths().isEmpty()) {
            malformed(place, "{}", "Name a path, or leave the braces out.");
        }
        for (String path : verb.paths()) {
            if (path.isEmpty() || path.startsWith("/")) {
                String whole = prefix + path;
                parse(whole.isEmpty() ? "/" : whole, place).ifPresent(patterns::add);
            } else {
                malformed(place, path, "Start it with a slash: \"/" + path + "\".");
            }
        }
        return patterns.isEmpty() || patterns.size() < verb.paths().size() ? Optional.empty() : Optional.of(patterns);
    }

    private Optional<PathPattern> parse(String text, Place place) {
        try {
            return Optional.of(PathPattern.parse(text));
        } catch (IllegalArgumentException e) {
            String message = e.getMessage();
            int expected = message.indexOf(EXPECTED);
            malformed(
                    place,
                    text,
                    expected < 0
                            ? message
                            : "Expected: "
                                    + message.substring(expected + EXPECTED.length(), message.length() - 1)
                                    + ".");
            return Optional.empty();
        }
    }

    private void malformed(Place place, String path, String mend) {
        tools.faults().add(Fault.at(place, "Malformed path pattern " + path, mend));
    }
}
