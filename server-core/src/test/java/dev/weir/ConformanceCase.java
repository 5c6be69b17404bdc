package dev.weir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line of the case file: what is sent, and which outcomes are acceptable. */
record ConformanceCase(Map<String, Object> members) {

    private static final Pattern ESCAPE = Pattern.compile("\\\\(x[0-9a-fA-F]{2}|.)", Pattern.DOTALL);
    private static final Pattern REPETITION = Pattern.compile("\\x01REP\\((.*?),(\\d+)\\)\\x01", Pattern.DOTALL);

    static List<ConformanceCase> readAll() throws IOException {
        List<ConformanceCase> cases = new ArrayList<>();
        try (InputStream file = ConformanceCase.class.getResourceAsStream("http1-cases.jsonl");
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    cases.add(new ConformanceCase(asMap(JsonValueReader.read(line))));
                }
            }
        }
        return cases;
    }

    String id() {
        return (String) members.get("id");
    }

    /** Strings of octets, and pauses in milliseconds. */
    List<Object> parts() {
        Object raw = members.get("raw");
        List<?> parts = raw instanceof List<?> list ? list : List.of(raw);
        List<Object> unescaped = new ArrayList<>();
        for (Object part : parts) {
            unescaped.add(part instanceof String text ? unescape(text) : part);
        }
        return unescaped;
    }

    List<?> outcomes() {
        return (List<?>) members.get("expect");
    }

    boolean has(String flag) {
        return members.containsKey(flag) && !Boolean.FALSE.equals(members.get(flag));
    }

    /** Methods of the requests, as far as they matter for reading the responses. */
    List<?> methods() {
        if (members.get("methods") instanceof List<?> methods) {
            return methods;
        }
        if (members.get("method") instanceof String method) {
            return List.of(method);
        }
        for (Object part : parts()) {
            if (part instanceof String text) {
                return List.of(text.replaceFirst("^[\r\n]+", "").startsWith("HEAD ") ? "HEAD" : "GET");
            }
        }
        return List.of("GET");
    }

    /** Most final responses that any outcome wants. */
    int mostResponses() {
        int most = 1;
        for (Object outcome : outcomes()) {
            if (outcome instanceof Map<?, ?> map && map.get("statuses") instanceof List<?> statuses) {
                most = Math.max(most, statuses.size());
            }
        }
        return most;
    }

    boolean anyOutcomeHas(String key, Object value) {
        return outcomes().stream().anyMatch(outcome -> outcome instanceof Map<?, ?> map && value.equals(map.get(key)));
    }

    boolean anyOutcomeHas(String key) {
        return outcomes().stream().anyMatch(outcome -> outcome instanceof Map<?, ?> map && map.containsKey(key));
    }

    static String unescape(String text) {
        String octets = ESCAPE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(unescaped(match.group(1))));
        return REPETITION
                .matcher(octets)
                .replaceAll(match -> Matcher.quoteReplacement(match.group(1).repeat(Integer.parseInt(match.group(2)))));
    }

    private static String unescaped(String escape) {
        return switch (escape.charAt(0)) {
            case 'x' -> escape.length() == 3 ? String.valueOf((char) Integer.parseInt(escape.substring(1), 16)) : "\\x";
            case 'r' -> "\r";
            case 'n' -> "\n";
            case 't' -> "\t";
            case '\\' -> "\\";
            default -> "\\" + escape;
        };
    }

    @SuppressWarnings("unchecked") // the reader makes nothing else for an object
    private static Map<String, Object> asMap(Object json) {
        return (Map<String, Object>) json;
    }
}
