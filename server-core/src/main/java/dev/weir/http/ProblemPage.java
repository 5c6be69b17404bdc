package dev.weir.http;

/** A {@link Problem} as an HTML page that needs nothing else: no script, no image, no other file. */
final class ProblemPage {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>%1$s</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 15vh auto 0; padding: 0 1rem; }
            h1 { font-size: 1.5rem; font-weight: 600; }
            p { overflow-wrap: anywhere; white-space: pre-line; }
            .status { opacity: 0.7; }
            </style>
            </head>
            <body>
            <main>
            <p class="status">%2$s</p>
            <h1>%1$s</h1>
            %3$s</main>
            </body>
            </html>
            """;

    private ProblemPage() {}

    static String html(Problem problem) {
        String detail = problem.detail()
                .map(text -> "<p>" + HtmlText.escape(text) + "</p>\n")
                .orElse("");
        return String.format(
                PAGE, HtmlText.escape(problem.title()), problem.status().code(), detail);
    }
}
