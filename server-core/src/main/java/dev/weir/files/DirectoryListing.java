package dev.weir.files;

import dev.weir.http.PercentEncoding;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A directory as a page with links; whatever a name holds is text there, and one step in a link. */
final class DirectoryListing {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>%1$s</title>
            </head>
            <body>
            <h1>%1$s</h1>
            <table>
            %2$s</table>
            %3$s</body>
            </html>
            """;

    private DirectoryListing() {}

    /**
     * The page.
     *
     * @param title what the directory is called
     * @param hasParent whether there is a directory above it
     * @param isWhole whether those files are all
     */
    static String html(String title, boolean hasParent, List<ListedFile> files, boolean isWhole) {
        StringBuilder rows = new StringBuilder();
        if (hasParent) {
            rows.append("<tr><td><a href=\"../\">../</a></td><td></td><td></td></tr>\n");
        }
        for (ListedFile file : files) {
            String slash = file.isDirectory() ? "/" : "";
            // The dot keeps a colon in the name from being read as the end of a scheme.
            rows.append("<tr><td><a href=\"./")
                    .append(escape(PercentEncoding.encodeSegment(file.name())))
                    .append(slash)
                    .append("\">")
                    .append(escape(file.name()))
                    .append(slash)
                    .append("</a></td><td>")
                    .append(file.isDirectory() ? "" : String.valueOf(file.size()))
                    .append("</td><td>")
                    .append(file.changed().truncatedTo(ChronoUnit.SECONDS))
                    .append("</td></tr>\n");
        }
        return String.format(PAGE, escape(title), rows, isWhole ? "" : "<p>There are more.</p>\n");
    }

    /** Text for use between tags and quotes; what HTML does not allow becomes U+FFFD. */
    private static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
            }
        });
        return out.toString();
    }

    private static boolean isAllowed(int c) {
        boolean isControl = c < ' ' || c >= 0x7F && c < 0xA0;
        boolean isLoneSurrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !isControl && !isLoneSurrogate;
    }
}
