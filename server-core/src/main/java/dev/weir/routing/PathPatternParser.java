package dev.weir.routing;

import dev.weir.http.PercentEncoding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads one {@link PathPattern}. */
final class PathPatternParser {

    private final String text;
    private final Set<String> names = new HashSet<>();

    PathPatternParser(String text) {
        this.text = text;
    }

    PathPattern parse() {
        if (!text.startsWith("/")) {
            throw malformed("to start with /");
        }
        List<String> parts = split();
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Segment segment = segment(parts.get(i));
            if (segment instanceof Segment.Rest && i < parts.size() - 1) {
                throw malformed(parts.get(i) + " only at the end");
            }
            segments.add(segment);
        }
        return new PathPattern(text, segments);
    }

    /** Splits at slashes outside braces, for a regular expression may hold braces and slashes. */
    private List<String> split() {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 1;
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && depth > 0) {
                i++;
            } else if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
                if (depth < 0) {
                    throw malformed("a { before each }");
                }
            } else if (c == '/' && depth == 0) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        if (depth != 0) {
            throw malformed("a } for each {");
        }
        parts.add(text.substring(start));
        return parts;
    }

    private Segment segment(String part) {
        int open = part.indexOf('{');
        if (open < 0) {
            return literal(part);
        }
        int close = closing(part, open);
        String inside = part.substring(open + 1, close);
        String prefix = part.substring(0, open);
        String suffix = part.substring(close + 1);
        if (suffix.indexOf('{') >= 0) {
            throw malformed("one variable in a segment, not " + part);
        }
        boolean isWhole = prefix.isEmpty() && suffix.isEmpty();
        int colon = inside.indexOf(':');
        if (!isWhole && (colon >= 0 || inside.startsWith("*"))) {
            throw malformed("no text around {" + inside + "}");
        }
        if (inside.startsWith("*")) {
            return new Segment.Rest(name(inside.substring(1)));
        }
        if (colon >= 0) {
            return new Segment.Matching(name(inside.substring(0, colon)), regex(inside.substring(colon + 1)));
        }
        return isWhole
                ? new Segment.Variable(name(inside))
                : new Segment.Affixed(decoded(prefix), name(inside), decoded(suffix));
    }

    private int closing(String part, int open) {
        int depth = 0;
        for (int i = open; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i;
            }
        }
        throw malformed("a } for each {");
    }

    private Segment literal(String part) {
        String literal = decoded(part);
        if (literal.equals(".") || literal.equals("..")) {
            throw malformed("no dot segment, for requests with one are refused");
        }
        return new Segment.Literal(literal);
    }

    private String decoded(String part) {
        if (part.indexOf('?') >= 0 || part.indexOf('#') >= 0) {
            throw malformed("a path only, without query or fragment");
        }
        return PercentEncoding.decode(ascii(part))
                .orElseThrow(() -> malformed("valid percent-encoding in " + part + " (a percent sign is %25)"));
    }

    /** Text outside ASCII may be written as it is; requests carry it encoded. */
    private static String ascii(String part) {
        StringBuilder ascii = new StringBuilder(part.length());
        int next;
        for (int i = 0; i < part.length(); i = next) {
            next = part.offsetByCodePoints(i, 1);
            if (part.charAt(i) < 0x80) {
                ascii.append(part.charAt(i));
            } else {
                ascii.append(PercentEncoding.encodeSegment(part.substring(i, next)));
            }
        }
        return ascii.toString();
    }

    /** Whether it is a letter or _, and then letters, digits, _ and -. */
    private static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isStart = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
            if (!isStart && (i == 0 || !(c >= '0' && c <= '9' || c == '-'))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private String name(String name) {
        if (!isName(name)) {
            throw malformed("a name of letters, digits, _ and - in {" + name + "}");
        }
        if (!names.add(name)) {
            throw malformed("each variable once, not {" + name + "} twice");
        }
        return name;
    }

    private Pattern regex(String regex) {
        if (regex.isEmpty()) {
            throw malformed("a regular expression behind the colon, for a variable is never empty");
        }
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "path pattern: \"" + text + "\" (expected: a regular expression that compiles: "
                            + e.getDescription() + " in " + regex + ")",
                    e);
        }
    }

    private IllegalArgumentException malformed(String expected) {
        return new IllegalArgumentException("path pattern: \"" + text + "\" (expected: " + expected + ")");
    }
}
