package dev.weir.annotations.internal.endpoint;

import java.util.List;
import java.util.StringJoiner;

/**
 * An annotation that makes a method answer requests.
 *
 * @param method name of the request method
 * @param paths the path patterns as written
 * @param text the annotation as written, near enough
 */
record Verb(String method, List<String> paths, String text) {

    static Verb of(String method, String annotation, String[] paths) {
        String written = isEmpty(paths) ? "" : "(" + written(paths) + ")";
        return new Verb(method, List.of(paths), "@" + annotation + written);
    }

    static Verb route(String method, String[] paths) {
        String written = isEmpty(paths) ? "" : ", path = " + written(paths);
        return new Verb(method, List.of(paths), "@Route(method = \"" + method + "\"" + written + ")");
    }

    private static boolean isEmpty(String[] paths) {
        return paths.length == 1 && paths[0].isEmpty();
    }

    private static String written(String[] paths) {
        if (paths.length == 1) {
            return "\"" + paths[0] + "\"";
        }
        StringJoiner all = new StringJoiner(", ", "{", "}");
        for (String path : paths) {
            all.add("\"" + path + "\"");
        }
        return all.toString();
    }
}
