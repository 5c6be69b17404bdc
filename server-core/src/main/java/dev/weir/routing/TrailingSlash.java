package dev.weir.routing;

/** What a router does with a path that would match but for a slash at its end. */
public enum TrailingSlash {
    /** Nothing: {@code /a} and {@code /a/} are different. */
    STRICT,
    /** Answers 308 (Permanent Redirect) to the path that matches. */
    REDIRECT,
    /** Takes both as the same. */
    MATCH
}
