package dev.weir.routing;

import dev.weir.http.PercentEncoding;
import java.util.regex.Pattern;

/** One segment of a path pattern; the kinds stand in order of precedence. */
sealed interface Segment {

    /** The segment with variable names erased, so that patterns that match the same paths read the same. */
    String erased();

    /** The segment with literal text percent-encoded and variables by name alone. */
    String template();

    /** Literal text so that no other segment reads the same: what has a meaning in a pattern is percent-encoded. */
    private static String escaped(String text) {
        return text.replace("%", "%25").replace("/", "%2F").replace("{", "%7B").replace("}", "%7D");
    }

    /** Exactly that text, decoded. */
    record Literal(String text) implements Segment {
        @Override
        public String erased() {
            return escaped(text);
        }

        @Override
        public String template() {
            return PercentEncoding.encodeSegment(text);
        }
    }

    /** A variable between literal text on one or both sides: {@code report-{year}.pdf}. Takes at least one character. */
    record Affixed(String prefix, String name, String suffix) implements Segment {
        @Override
        public String erased() {
            return escaped(prefix) + "{}" + escaped(suffix);
        }

        /** How much of a segment is literal text. */
        int literalLength() {
            return prefix.length() + suffix.length();
        }

        @Override
        public String template() {
            return PercentEncoding.encodeSegment(prefix) + "{" + name + "}" + PercentEncoding.encodeSegment(suffix);
        }

        boolean matches(String segment) {
            return segment.length() > prefix.length() + suffix.length()
                    && segment.startsWith(prefix)
                    && segment.endsWith(suffix);
        }

        String valueIn(String segment) {
            return segment.substring(prefix.length(), segment.length() - suffix.length());
        }
    }

    /** A variable that a regular expression must match as a whole: {@code {id:[0-9]+}}. */
    record Matching(String name, Pattern regex) implements Segment {
        @Override
        public String erased() {
            return "{:" + regex.pattern() + "}";
        }

        @Override
        public String template() {
            return "{" + name + "}";
        }

        boolean matches(String segment) {
            return !segment.isEmpty() && regex.matcher(segment).matches();
        }
    }

    /** A variable that takes any one segment that is not empty: {@code {id}}. */
    record Variable(String name) implements Segment {
        @Override
        public String erased() {
            return "{}";
        }

        @Override
        public String template() {
            return "{" + name + "}";
        }
    }

    /** A variable that takes all that is left, which may be nothing: {@code {*rest}}. Only at the end. */
    record Rest(String name) implements Segment {
        @Override
        public String erased() {
            return "{*}";
        }

        @Override
        public String template() {
            return "{" + name + "}";
        }
    }
}
