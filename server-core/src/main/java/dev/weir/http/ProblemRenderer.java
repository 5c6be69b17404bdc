package dev.weir.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Turns a problem into a response for this request: the one place to brand error pages. */
@FunctionalInterface
public interface ProblemRenderer {

    /**
     * JSON for programs, a small page for a browser: HTML is sent when the request's Accept prefers {@code text/html} to
     * {@code application/problem+json} by name.
     */
    ProblemRenderer DEFAULT = ProblemRenderer::jsonOrPage;

    /** A response of the problem's status; the request's content may already be gone. */
    Response render(Request request, Problem problem);

    private static Response jsonOrPage(Request request, Problem problem) {
        if (prefersHtml(request.headers().all(FieldNames.ACCEPT))) {
            byte[] page = problem.toHtml().getBytes(StandardCharsets.UTF_8);
            return Response.of(problem.status()).withContent(MediaType.TEXT_HTML_UTF_8, page);
        }
        return Response.problem(problem);
    }

    private static boolean prefersHtml(List<String> accept) {
        if (accept.isEmpty()) {
            return false;
        }
        int html = 0;
        int json = 0;
        for (WeightedValue range : WeightedValue.parse(accept)) {
            switch (range.value().toLowerCase(Locale.ROOT)) {
                case "text/html" -> html = range.weight();
                case "application/problem+json", "application/json" -> json = Math.max(json, range.weight());
                default -> {
                    // wildcards ask for nothing by name
                }
            }
        }
        return html > json;
    }
}
