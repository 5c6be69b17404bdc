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
        long up = from.substring(common).chars().filter(c -> c == '/').count();
        String down = to.substring(common);
        return "../".repeat((int) up) + (up == 0 ? "./" : "") + down;
    }
}
