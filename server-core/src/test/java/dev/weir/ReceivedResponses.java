package dev.weir;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What came back on a connection, taken apart into responses, with all that is wrong about their form. */
final class ReceivedResponses {

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/(1\\.[01]) (\\d{3})(?: ([^\r\n]*))?");
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+\\-.^_`|~0-9A-Za-z]+");
    private static final List<String> ONCE =
            List.of("content-length", "date", "content-type", "server", "location", "etag");

    /** A final response. */
    static final class Final {
        int status;
        final List<String[]> fields = new ArrayList<>();
        String content = "";
        boolean isComplete = true;

        /** Values joined by commas; null if there is none. */
        String field(String name) {
            List<String> values = fields.stream()
                    .filter(field -> field[0].equalsIgnoreCase(name))
                    .map(field -> field[1])
                    .toList();
            return values.isEmpty() ? null : String.join(", ", values);
        }
    }

    final List<Final> finals = new ArrayList<>();

    /** Statuses of interim responses before the first final one. */
    final List<Integer> interims = new ArrayList<>();

    final List<String> lint = new ArrayList<>();

    /** What made reading on impossible; null if nothing did. */
    String error;

    private final String octets;
    private final boolean isClosed;
    private int position;

    ReceivedResponses(String octets, List<?> methods, boolean isClosed) {
        this.octets = octets;
        this.isClosed = isClosed;
        while (position < octets.length() && error == null && !isStuck()) {
            if (!readOne(methods)) {
                break;
            }
        }
        if (position < octets.length() && error == null && !finals.isEmpty()) {
            error = "stray octets after the response: "
                    + octets.substring(position, Math.min(position + 40, octets.length()));
        }
    }

    private boolean isStuck() {
        return !finals.isEmpty() && (!last().isComplete || last().status == 101);
    }

    private Final last() {
        return finals.get(finals.size() - 1);
    }

    private boolean readOne(List<?> methods) {
        int end = octets.indexOf("\r\n\r\n", position);
        if (end < 0) {
            return false;
        }
        String[] lines = octets.substring(position, end).split("\r\n", -1);
        Matcher statusLine = STATUS_LINE.matcher(lines[0]);
        if (!statusLine.matches()) {
            error = "not a response: " + lines[0];
            return false;
        }
        Final response = new Final();
        response.status = Integer.parseInt(statusLine.group(2));
        if (statusLine.group(3) == null) {
            lint.add("status line without SP before the reason");
        }
        for (int i = 1; i < lines.length; i++) {
            readField(lines[i], response);
        }
        position = end + 4;
        if (response.status < 200 && response.status != 101) {
            if (finals.isEmpty()) {
                interims.add(response.status);
            }
            return true;
        }
        lint(response);
        Object method = finals.size() < methods.size() ? methods.get(finals.size()) : "GET";
        finals.add(response);
        readContent(response, method.equals("HEAD"));
        return true;
    }

    private void readField(String line, Final response) {
        int colon = line.indexOf(':');
        String name = colon < 0 ? line : line.substring(0, colon);
        if (colon < 0 || !TOKEN.matcher(name).matches()) {
            lint.add("bad field line " + line);
        }
        if (line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0 || line.indexOf('\0') >= 0) {
            lint.add("CR, LF or NUL inside a field line");
        }
        response.fields.add(
                new String[] {name, colon < 0 ? "" : line.substring(colon + 1).strip()});
    }

    private void lint(Final response) {
        String coding = response.field("transfer-encoding");
        String length = response.field("content-length");
        for (String once : ONCE) {
            lintIf(
                    response.fields.stream()
                                    .filter(field -> field[0].equalsIgnoreCase(once))
                                    .count()
                            > 1,
                    "twice: " + once);
        }
        lintIf(coding != null && length != null, "Content-Length and Transfer-Encoding together");
        lintIf(response.status == 204 && (coding != null || length != null), "204 with a framing field");
        lintIf(length != null && !length.matches("\\d+"), "bad Content-Length " + length);
        lintIf(response.status == 405 && response.field("allow") == null, "405 without Allow");
        lintIf(response.status == 426 && response.field("upgrade") == null, "426 without Upgrade");
        lintIf(response.status == 401 && response.field("www-authenticate") == null, "401 without WWW-Authenticate");
        lintIf(response.status < 500 && response.field("date") == null, "no Date");
        lintIf(response.status >= 500 && response.status != 501 && response.status != 505, "5xx: " + response.status);
    }

    private void lintIf(boolean isSo, String what) {
        if (isSo) {
            lint.add(what);
        }
    }

    private void readContent(Final response, boolean isToHead) {
        String coding = response.field("transfer-encoding");
        String length = response.field("content-length");
        if (isToHead || response.status == 204 || response.status == 304) {
            return;
        }
        if (response.status != 101
                && coding != null
                && coding.toLowerCase(Locale.ROOT).contains("chunked")) {
            readChunks(response);
        } else if (response.status != 101 && length != null && length.matches("\\d+")) {
            int wanted = Integer.parseInt(length);
            response.content = octets.substring(position, Math.min(octets.length(), position + wanted));
            position += response.content.length();
            response.isComplete = response.content.length() == wanted;
            if (!response.isComplete && isClosed) {
                error = "content shorter than Content-Length";
            }
        } else {
            response.content = octets.substring(position);
            position = octets.length();
            response.isComplete = isClosed || response.status == 101;
        }
    }

    private void readChunks(Final response) {
        response.isComplete = false;
        int at = position;
        position = octets.length(); // unless the end is found, nothing follows
        while (true) {
            int end = octets.indexOf("\r\n", at);
            if (end < 0) {
                error = isClosed ? "truncated chunked content" : null;
                return;
            }
            String line = octets.substring(at, end).replaceFirst(";.*", "");
            if (!line.matches("[0-9a-fA-F]{1,7}")) {
                error = "broken chunk size " + line;
                return;
            }
            int size = Integer.parseInt(line, 16);
            at = end + 2;
            if (size == 0) {
                break;
            }
            if (octets.length() < at + size + 2) {
                error = isClosed ? "truncated chunked content" : null;
                return;
            }
            response.content += octets.substring(at, at + size);
            if (!octets.startsWith("\r\n", at + size)) {
                error = "no CRLF behind a chunk";
                return;
            }
            at += size + 2;
        }
        while (!octets.startsWith("\r\n", at)) {
            int end = octets.indexOf("\r\n", at);
            if (end < 0) {
                error = isClosed ? "truncated trailer section" : null;
                return;
            }
            at = end + 2;
        }
        position = at + 2;
        response.isComplete = true;
    }
}
