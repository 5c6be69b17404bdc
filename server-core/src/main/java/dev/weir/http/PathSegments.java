package dev.weir.http;

import java.util.ArrayList;
import java.util.List;

/** Splits a raw path into decoded segments, strictly: what two readers could take for different places is refused. */
final class PathSegments {

    private PathSegments() {}

    static List<String> decode(String path) {
        List<String> segments = new ArrayList<>(6);
        int start = path.startsWith("/") ? 1 : 0;
        while (true) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            segments.add(segment(path, start, end));
            if (slash < 0) {
                return List.copyOf(segments);
            }
            start = slash + 1;
        }
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
