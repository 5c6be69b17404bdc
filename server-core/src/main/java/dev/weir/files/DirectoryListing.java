package dev.weir.files;

import dev.weir.http.HtmlText;
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
                    .append(HtmlText.escape(PercentEncoding.encodeSegment(file.name())))
                    .append(slash)
                    .append("\">")
                    .append(HtmlText.escape(file.name()))
                    .append(slash)
                    .append("</a></td><td>")
                    .append(file.isDirectory() ? "" : String.valueOf(file.size()))
                    .append("</td><td>")
                    .append(file.changed().truncatedTo(ChronoUnit.SECONDS))
                    .append("</td></tr>\n");
        }
        return String.format(PAGE, HtmlText.escape(title), rows, isWhole ? "" : "<p>There are more.</p>\n");
    }
}
