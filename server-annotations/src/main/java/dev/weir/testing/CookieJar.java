package dev.weir.testing;

import dev.weir.http.HttpDate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Cookies that a client keeps, and sends with the targets that they are for (RFC 6265 section 5). All are for one host, so
 * neither Domain nor Secure matter; any thread may use it.
 */
final class CookieJar {

    private record Key(String name, String path) {

        // RFC 6265 section 5.1.4
        boolean isFor(String other) {
            return other.equals(path)
                    || other.startsWith(path) && (path.endsWith("/") || other.charAt(path.length()) == '/');
        }
    }

    /** Values in the order in which the cookies came to be. Guarded by itself. */
    private final Map<Key, String> cookies = new LinkedHashMap<>();

    /** Keeps, replaces or forgets what these Set-Cookie fields say. */
    void take(List<String> setCookies, String requestPath) {
        for (String setCookie : setCookies) {
            take(setCookie, requestPath);
        }
    }

    private void take(String setCookie, String requestPath) {
        String[] parts = setCookie.split(";");
        int equals = parts[0].indexOf('=');
        if (equals < 1) {
            return; // a client ignores it
        }
        Key key = new Key(
                parts[0].substring(0, equals).strip(),
                attribute(parts, "path").filter(text -> text.startsWith("/")).orElse(directory(requestPath)));
        synchronized (cookies) {
            if (isOver(parts)) {
                cookies.remove(key);
            } else {
                cookies.put(key, parts[0].substring(equals + 1).strip());
            }
        }
    }

    private static boolean isOver(String[] parts) {
        Optional<String> maxAge = attribute(parts, "max-age");
        if (maxAge.isPresent()) {
            return maxAge.get().startsWith("-") || maxAge.get().equals("0");
        }
        return attribute(parts, "expires")
                .flatMap(HttpDate::parse)
                .filter(end -> end.isBefore(Instant.now()))
                .isPresent();
    }

    private static Optional<String> attribute(String[] parts, String name) {
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].strip().split("=", 2);
            if (pair[0].toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(pair.length == 1 ? "" : pair[1].strip());
            }
        }
        return Optional.empty();
    }

    private static String directory(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }

    /** The value of the Cookie field for a target; empty for none. The longest path comes first. */
    Optional<String> fieldValue(String path) {
        List<Map.Entry<Key, String>> all;
        synchronized (cookies) {
            all = new ArrayList<>(cookies.entrySet());
        }
        String value = all.stream()
                .filter(cookie -> cookie.getKey().isFor(path))
                .sorted(Comparator.comparing(cookie -> -cookie.getKey().path.length()))
                .map(cookie -> cookie.getKey().name + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }
}
