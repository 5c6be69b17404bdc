package dev.weir.multipart;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The field that names a part of a form (RFC 7578 section 4.2).
 *
 * <pre>
 *   Content-Disposition: form-data; name="photo"; filename="me.jpg"
 * </pre>
 *
 * <p>Values are in UTF-8 as they are. Within quotes a backslash escapes a quote or another backslash and stands for itself
 * otherwise, for browsers send it so. What browsers write as {@code %22} stays that. {@code filename*}, which must not be
 * used here but which some clients send beside {@code filename}, is passed over.
 *
 * @param name of the part
 * @param filename as sent, which may be empty; absent if the part is no file
 */
record ContentDisposition(String name, Optional<String> filename) {

    private static final String TOKEN_PUNCTUATION = "!#$%&'*+-.^_`|~";

    /** What a field value says; empty if it is malformed, of another kind, or without a name. */
    static Optional<ContentDisposition> parse(String value) {
        // form-data *( OWS ";" OWS [ token "=" ( token / quoted-string ) ] )
        int end = tokenEnd(value, 0);
        if (!value.substring(0, end).equalsIgnoreCase("form-data")) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        for (int i = end; i < value.length(); ) {
            i = parseParameter(value, i, parameters);
            if (i < 0) {
                return Optional.empty();
            }
        }
        Optional<String> name = Optional.ofNullable(parameters.get("name")).flatMap(ContentDisposition::decoded);
        Optional<String> filename =
                Optional.ofNullable(parameters.get("filename")).flatMap(ContentDisposition::decoded);
        boolean isMalformed = name.isEmpty() || filename.isEmpty() && parameters.containsKey("filename");
        return isMalformed ? Optional.empty() : Optional.of(new ContentDisposition(name.get(), filename));
    }

    /** Adds the parameter written from {@code from}, separator included; returns where it ends, -1 if malformed. */
    private static int parseParameter(String text, int from, Map<String, String> parameters) {
        int separator = blanksEnd(text, from);
        if (separator == text.length() || text.charAt(separator) != ';') {
            return -1;
        }
        int start = blanksEnd(text, separator + 1);
        int equals = tokenEnd(text, start);
        if (equals == start) {
            return start;
        }
        if (equals == text.length() || text.charAt(equals) != '=') {
            return -1;
        }
        StringBuilder value = new StringBuilder();
        int end = parseValue(text, equals + 1, value);
        String name = text.substring(start, equals).toLowerCase(Locale.ROOT);
        return end < 0 || parameters.putIfAbsent(name, value.toString()) != null ? -1 : end;
    }

    private static int parseValue(String text, int from, StringBuilder value) {
        if (from == text.length() || text.charAt(from) != '"') {
            int end = tokenEnd(text, from);
            value.append(text, from, end);
            return end > from ? end : -1;
        }
        for (int i = from + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                return i + 1;
            }
            if (c == '\\' && i + 1 < text.length() && (text.charAt(i + 1) == '"' || text.charAt(i + 1) == '\\')) {
                c = text.charAt(++i);
            }
            value.append(c);
        }
        return -1;
    }

    private static int tokenEnd(String text, int from) {
        int i = from;
        while (i < text.length() && isTokenCharacter(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isTokenCharacter(char c) {
        return c >= '0' && c <= '9'
                || c >= 'A' && c <= 'Z'
                || c >= 'a' && c <= 'z'
                || TOKEN_PUNCTUATION.indexOf(c) >= 0;
    }

    private static int blanksEnd(String text, int from) {
        int i = from;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }

    private static Optional<String> decoded(String octets) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Length of the longer of both names, in octets. */
    int longestName() {
        return Math.max(octets(name), octets(filename.orElse("")));
    }

    private static int octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The file name without the directories that some clients send with it; absent if nothing usable is left. */
    Optional<String> lastOfFilename() {
        return filename.map(all -> all.substring(Math.max(all.lastIndexOf('/'), all.lastIndexOf('\\')) + 1))
                .filter(last -> !last.isEmpty() && !last.equals(".") && !last.equals(".."));
    }
}
