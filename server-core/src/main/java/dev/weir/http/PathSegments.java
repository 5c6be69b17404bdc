package dev.weir.http;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Splits a raw path into decoded segments, strictly: what two readers could take for different places is refused. */
final class PathSegments {

    private PathSegments() {}

    /** The segments of a path that ends there. */
    static List<String> decode(String text, int pathEnd) {
        int first = text.startsWith("/") ? 1 : 0;
        String[] segments = new String[1 + slashes(text, first, pathEnd)];
        int start = first;
        for (int i = 0; i < segments.length; i++) {
            int slash = text.indexOf('/', start);
            int end = slash < 0 || slash > pathEnd ? pathEnd : slash;
            segments[i] = segment(text, start, end);
            start = end + 1;
        }
        return segments.length == 1 ? List.of(segments[0]) : Collections.unmodifiableList(Arrays.asList(segments));
    }

    private static int slashes(String text, int from, int end) {
        int count = 0;
        for (int i = from; i < end; i++) {
            count += text.charAt(i) == '/' ? 1 : 0;
        }
        return count;
    }

    private static String segment(String path, int start, int end) {
        String decoded = PercentEncoding.decode(path, start, end, false)
                .orElseThrow(() -> badRequest("The path is not percent-encoded UTF-8."));
        if (decoded.indexOf('\0') >= 0) {
            throw badRequest("The path holds a NUL character.");
        }
        if (decoded.equals(".") || decoded.equals("..")) {
            throw badRequest("The path holds a dot segment.");
        }
        return decoded;
    }

    private static HttpException badRequest(String detail) {
        return new HttpException(Status.BAD_REQUEST, detail);
    }
}
