package dev.weir.annotations.internal.schema;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether a regular expression means to JSON Schema, which has those of ECMA-262 in Unicode mode, what it means to Java.
 * What both have not in common, or write otherwise, is refused; only white space outside of ASCII is more to ECMA-262.
 */
final class SharedExpression {

    /** Escapes with one meaning in either language, in and outside of classes of characters. */
    private static final Pattern ESCAPE = Pattern.compile(
            "\\\\(?:[dDsSwWtnrf^$\\\\.*+?()\\[\\]{}|/]|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}" + "|[pP]\\{[LMNPSZC][a-z]?})");

    private static final Pattern ESCAPE_OUTSIDE = Pattern.compile("\\\\(?:[bB]|[1-9])");
    private static final Pattern ESCAPE_INSIDE = Pattern.compile("\\\\-");
    private static final Pattern QUANTIFIER = Pattern.compile("(?:[*+?]|\\{\\d+(?:,\\d*)?})\\??");
    private static final Pattern GROUP = Pattern.compile("\\((?:\\?(?:[:=!]|<[=!]|<[A-Za-z][A-Za-z0-9]*>)|(?!\\?))");
    private static final Pattern PLAIN = Pattern.compile("[^\\\\*+?(\\[\\]{}]");
    private static final Pattern CLASS_START = Pattern.compile("\\[\\^?(?!])");
    private static final Pattern CLASS_END = Pattern.compile("]");
    private static final Pattern PLAIN_INSIDE = Pattern.compile("(?!&&)[^\\\\\\[\\]]");

    private final String expression;
    private int at;

    private SharedExpression(String expression) {
        this.expression = expression;
    }

    /** Whether it does; it has to be one that Java compiles. */
    static boolean isShared(String expression) {
        return new SharedExpression(expression).isShared();
    }

    /** The keyword's value for text that has to match as a whole. */
    static String whole(String expression) {
        return "^(?:" + expression + ")$";
    }

    private boolean isShared() {
        boolean isQuantified = false;
        while (at < expression.length()) {
            if (takes(QUANTIFIER)) {
                if (isQuantified) {
                    return false; // possessive: once more a plus behind a quantifier
                }
                isQuantified = true;
                continue;
            }
            isQuantified = false;
            boolean isKnown = takes(ESCAPE)
                    || takes(ESCAPE_OUTSIDE)
                    || takes(GROUP)
                    || takes(PLAIN)
                    || takes(CLASS_START) && takesRestOfClass();
            if (!isKnown) {
                return false;
            }
        }
        return true;
    }

    private boolean takesRestOfClass() {
        while (takes(ESCAPE) || takes(ESCAPE_INSIDE) || takes(PLAIN_INSIDE)) {
            // each of them is one more of the class
        }
        return takes(CLASS_END);
    }

    private boolean takes(Pattern part) {
        Matcher matcher = part.matcher(expression).region(at, expression.length());
        boolean isThere = matcher.lookingAt();
        at = isThere ? matcher.end() : at;
        return isThere;
    }
}
