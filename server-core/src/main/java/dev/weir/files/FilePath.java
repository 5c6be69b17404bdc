package dev.weir.files;

import dev.weir.http.PercentEncoding;
import dev.weir.http.RequestTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a request's path leads, seen from the root.
 *
 * <pre>
 *   /public            []             the root, without its slash
 *   /public/           [""]           the root
 *   /public/a/b.txt    ["a", "b.txt"]
 *   /public/a/         ["a", ""]      a directory
 * </pre>
 *
 * @param segments decoded
 * @param text of the segments, joined by slashes; no two paths to different files have the same
 */
record FilePath(List<String> segments, String text) {

    /** What no path to a file has, so that none is found in memory. */
    private static final String NOWHERE = "//";

    private static final String UNRESERVED = "-._~!$&'()*+,;=:@/?";

    static FilePath of(List<String> segments) {
        if (segments.isEmpty()) {
            return new FilePath(segments, NOWHERE);
        }
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).indexOf('/') >= 0) {
                return new FilePath(segments, NOWHERE); // an encoded one, which does not split
            }
        }
        return new FilePath(segments, segments.size() == 1 ? segments.get(0) : String.join("/", segments));
    }

    boolean endsWithSlash() {
        return !segments.isEmpty() && segments.get(segments.size() - 1).isEmpty();
    }

    /** Names of the file, which is the index if the path is a directory's; empty if there can't be one. */
    Optional<List<String>> file(FileSettings settings) {
        if (segments.isEmpty()) {
            return Optional.empty();
        }
        return endsWithSlash()
                ? directory(settings).flatMap(names -> index(names, settings))
                : names(segments, settings);
    }

    /** Names of the directory, if it is one; empty if there can't be such a place. */
    Optional<List<String>> directory(FileSettings settings) {
        return names(endsWithSlash() ? segments.subList(0, segments.size() - 1) : segments, settings);
    }

    private static Optional<List<String>> names(List<String> segments, FileSettings settings) {
        for (String segment : segments) {
            if (!settings.names().allows(segment)) {
                return Optional.empty();
            }
        }
        return Optional.of(List.copyOf(segments));
    }

    /** Names of a directory's index file; empty if there is to be none. */
    static Optional<List<String>> index(List<String> directory, FileSettings settings) {
        return settings.index().map(name -> {
            List<String> names = new ArrayList<>(directory);
            names.add(name);
            return names;
        });
    }

    /**
     * A target with a slash at its path's end, as a reference relative to it: a proxy may have cut a prefix off, and a
     * reference with the whole path could begin with two slashes, which would lead to another host.
     */
    static String withSlash(RequestTarget target) {
        String path = target.path();
        String last = path.substring(path.lastIndexOf('/') + 1);
        String name = PercentEncoding.encodeSegment(PercentEncoding.decode(last).orElseThrow());
        return "./" + name + "/"
                + target.rawQuery().map(query -> "?" + escaped(query)).orElse("");
    }

    /** A query as a URI writes it: what browsers leave as it is must be escaped there. */
    private static String escaped(String query) {
        StringBuilder text = new StringBuilder(query.length());
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            boolean isEscape = c == '%' && isHex(query, i + 1) && isHex(query, i + 2);
            boolean isPlain = c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
            text.append(isEscape || isPlain ? String.valueOf(c) : PercentEncoding.encodeSegment(String.valueOf(c)));
        }
        return text.toString();
    }

    private static boolean isHex(String text, int at) {
        return at < text.length() && text.charAt(at) < 0x80 && Character.digit(text.charAt(at), 16) >= 0;
    }
}
