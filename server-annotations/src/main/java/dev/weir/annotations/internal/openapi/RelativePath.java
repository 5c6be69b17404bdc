package dev.weir.annotations.internal.openapi;

/** Finds the way from one path to another. */
final class RelativePath {

    private RelativePath() {}

    /** A reference that leads from the page at {@code from} to {@code to}, wherever both of them stand. */
    static String between(String from, String to) {
        int common = 0;
        for (int i = 0; i < Math.min(from.length(), to.length()) && from.charAt(i) == to.charAt(i); i++) {
            common = from.charAt(i) == '/' ? i + 1 : common;
        }
        int up = 0;
        for (int i = common; i < from.length(); i++) {
            up += from.charAt(i) == '/' ? 1 : 0;
        }
        return (up == 0 ? "./" : "../".repeat(up)) + to.substring(common);
    }
}
