package dev.weir.http;

import java.nio.charset.Charset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Media type of a representation, or a media range of Accept, with its parameters (RFC 9110 sections 8.3.1 and 12.5.1).
 *
 * <pre>
 *   text/html; charset=utf-8     type "text", subtype "html", parameters {charset=utf-8}
 *   image/*                      a range: any subtype of "image"
 * </pre>
 *
 * <p>Type, subtype and parameter names are compared without regard to case and kept in lower case; parameter values are
 * kept as they came and compared as they are, but for {@code charset}, whose values have no case.
 */
public final class MediaType {
    /** {@code text/plain}, without a charset. */
    public static final MediaType TEXT_PLAIN = of("text", "plain");

    /** {@code text/plain; charset=utf-8}. */
    public static final MediaType TEXT_PLAIN_UTF_8 = TEXT_PLAIN.with("charset", "utf-8");

    /** {@code text/html; charset=utf-8}. */
    public static final MediaType TEXT_HTML_UTF_8 = of("text", "html").with("charset", "utf-8");

    /** {@code text/css; charset=utf-8}. */
    public static final MediaType TEXT_CSS_UTF_8 = of("text", "css").with("charset", "utf-8");

    /** {@code text/javascript; charset=utf-8} (RFC 9239). */
    public static final MediaType TEXT_JAVASCRIPT_UTF_8 =
            of("text", "javascript").with("charset", "utf-8");

    /** {@code application/json} (RFC 8259); it has no charset parameter, its text is UTF-8. */
    public static final MediaType APPLICATION_JSON = of("application", "json");

    /** {@code application/problem+json} (RFC 9457), the form of a {@link Problem}. */
    public static final MediaType APPLICATION_PROBLEM_JSON = of("application", "problem+json");

    /** {@code application/octet-stream}: octets of which nothing more is known. */
    public static final MediaType APPLICATION_OCTET_STREAM = of("application", "octet-stream");

    /** {@code application/x-www-form-urlencoded}, the usual form of a submitted form. */
    public static final MediaType APPLICATION_FORM_URLENCODED = of("application", "x-www-form-urlencoded");

    /** {@code multipart/form-data} (RFC 7578), without its boundary. */
    public static final MediaType MULTIPART_FORM_DATA = of("multipart", "form-data");

    /** {@code text/event-stream}: server-sent events. */
    public static final MediaType TEXT_EVENT_STREAM = of("text", "event-stream");

    /** {@code application/x-ndjson}: one JSON text a line. */
    public static final MediaType APPLICATION_NDJSON = of("application", "x-ndjson");

    /** {@code image/png}. */
    public static final MediaType IMAGE_PNG = of("image", "png");

    /** {@code image/svg+xml}. */
    public static final MediaType IMAGE_SVG = of("image", "svg+xml");

    /** The range of all media types, {@code *}{@code /*}. */
    public static final MediaType ALL = of("*", "*");

    private static final String CHARSET = "charset";
    private static final String ANY = "*";

    private final String type;
    private final String subtype;
    private final Map<String, String> parameters;
    private final String text;

    /** Takes checked values: lower-case names, and a map that nobody else holds. */
    private MediaType(String type, String subtype, Map<String, String> parameters) {
        this.type = type;
        this.subtype = subtype;
        this.parameters = Collections.unmodifiableMap(parameters);
        this.text = text(type, subtype, parameters);
    }

    private static String text(String type, String subtype, Map<String, String> parameters) {
        StringBuilder out = new StringBuilder().append(type).append('/').append(subtype);
        parameters.forEach((name, value) -> out.append("; ")
                .append(name)
                .append('=')
                .append(Grammar.isToken(value) ? value : Grammar.quote(value)));
        return out.toString();
    }

    /**
     * The media type of those two tokens, without parameters; {@code *} makes it a range.
     *
     * @throws IllegalArgumentException if one of them is not a token, or for a range like {@code *}{@code /html}
     */
    public static MediaType of(String type, String subtype) {
        if (!Grammar.isToken(type)) {
            throw new IllegalArgumentException("type: \"" + Printable.of(type) + "\" (expected: a token)");
        }
        if (!Grammar.isToken(subtype)) {
            throw new IllegalArgumentException("subtype: \"" + Printable.of(subtype) + "\" (expected: a token)");
        }
        if (type.equals(ANY) && !subtype.equals(ANY)) {
            throw new IllegalArgumentException("subtype: \"" + subtype + "\" (expected: * after the type *)");
        }
        return new MediaType(lowerCase(type), lowerCase(subtype), new LinkedHashMap<>());
    }

    /**
     * The media type or range that a field value writes, or nothing if it is malformed in any way. A parameter given
     * twice is malformed (RFC 6838 section 4.3), an empty one is not (RFC 9110 section 5.6.6).
     */
    public static Optional<MediaType> parse(String text) {
        // media-type = type "/" subtype *( OWS ";" OWS [ name "=" ( token / quoted-string ) ] )
        int slash = Grammar.tokenEnd(text, 0);
        if (slash == 0 || slash == text.length() || text.charAt(slash) != '/') {
            return Optional.empty();
        }
        int end = Grammar.tokenEnd(text, slash + 1);
        String type = text.substring(0, slash);
        String subtype = text.substring(slash + 1, end);
        if (subtype.isEmpty() || type.equals(ANY) && !subtype.equals(ANY)) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = end; i < text.length(); ) {
            i = parseParameter(text, i, parameters);
            if (i < 0) {
                return Optional.empty();
            }
        }
        return Optional.of(new MediaType(lowerCase(type), lowerCase(subtype), parameters));
    }

    /** Adds the parameter written from {@code from}, separator included; returns where it ends, -1 if malformed. */
    private static int parseParameter(String text, int from, Map<String, String> parameters) {
        int i = Grammar.whitespaceEnd(text, from);
        if (i == text.length() || text.charAt(i) != ';') {
            return -1;
        }
        int start = Grammar.whitespaceEnd(text, i + 1);
        int equals = Grammar.tokenEnd(text, start);
        if (equals == start) {
            return start;
        }
        if (equals == text.length() || text.charAt(equals) != '=') {
            return -1;
        }
        int valueStart = equals + 1;
        boolean quoted = valueStart < text.length() && text.charAt(valueStart) == '"';
        int end = quoted ? Grammar.quotedEnd(text, valueStart) : Grammar.tokenEnd(text, valueStart);
        if (end <= valueStart) {
            return -1;
        }
        String value = quoted ? Grammar.unquote(text, valueStart, end) : text.substring(valueStart, end);
        String before = parameters.putIfAbsent(lowerCase(text.substring(start, equals)), value);
        return before == null ? end : -1;
    }

    /**
     * The media type that the extension of a file name stands for, text in UTF-8; {@link #APPLICATION_OCTET_STREAM} if
     * the extension is missing or not known.
     */
    public static MediaType ofFileName(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String extension = dot < 0 ? "" : lowerCase(fileName.substring(dot + 1));
        return FileExtensions.mediaType(extension).orElse(APPLICATION_OCTET_STREAM);
    }

    /**
     * The same with one parameter set, in its old place if it was there and else at the end.
     *
     * @throws IllegalArgumentException if the name is not a token or the value has characters no quoting can carry
     */
    public MediaType with(String name, String value) {
        if (!Grammar.isToken(name)) {
            throw new IllegalArgumentException("parameter name: \"" + Printable.of(name) + "\" (expected: a token)");
        }
        if (!Grammar.isQuotable(value)) {
            throw new IllegalArgumentException("parameter " + name + ": \"" + Printable.of(value)
                    + "\" (expected: no control characters, none beyond U+00FF)");
        }
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        changed.put(lowerCase(name), value);
        return new MediaType(type, subtype, changed);
    }

    /** The part before the slash, in lower case. */
    public String type() {
        return type;
    }

    /** The part after the slash, in lower case. */
    public String subtype() {
        return subtype;
    }

    /** The parameters in the order they came, names in lower case, values without quoting; cannot be changed. */
    public Map<String, String> parameters() {
        return parameters;
    }

    /** The value of one parameter, its name in any case. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(lowerCase(name)));
    }

    /** Type and subtype without parameters, for example {@code text/plain}. */
    public String essence() {
        return parameters.isEmpty() ? text : type + '/' + subtype;
    }

    /** The charset that the parameter of this name says; nothing if there is none or this JVM does not know it. */
    public Optional<Charset> charset() {
        try {
            return parameter(CHARSET).map(Charset::forName);
        } catch (IllegalArgumentException unknownOrMalformedName) {
            // The sender may write what it likes; what to do without a charset is the caller's to say.
            return Optional.empty();
        }
    }

    /**
     * Whether this type is in {@code range}: its type and subtype are the range's or the range leaves them open, and
     * each parameter of the range is here with the same value (RFC 9110 section 12.5.1).
     */
    public boolean matches(MediaType range) {
        boolean typeMatches = range.type.equals(ANY) || range.type.equals(type);
        boolean subtypeMatches = range.subtype.equals(ANY) || range.subtype.equals(subtype);
        return typeMatches && subtypeMatches && hasParametersOf(range);
    }

    private boolean hasParametersOf(MediaType other) {
        for (Map.Entry<String, String> entry : other.parameters.entrySet()) {
            String value = parameters.get(entry.getKey());
            if (value == null || !sameValue(entry.getKey(), value, entry.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameValue(String name, String one, String other) {
        return name.equals(CHARSET) ? one.equalsIgnoreCase(other) : one.equals(other);
    }

    /**
     * Rank among ranges that match the same type, where the highest decides (RFC 9110 section 12.5.1): 0 for the range
     * of all, 1 for one with a type alone, 2 for type and subtype, and one more for each parameter of the last.
     */
    public int specificity() {
        if (subtype.equals(ANY)) {
            return type.equals(ANY) ? 0 : 1;
        }
        return 2 + parameters.size();
    }

    /** Whether content of this type is usually text-like enough for a content coding to make it much shorter. */
    public boolean isCompressible() {
        if (type.equals("text") || subtype.endsWith("+json") || subtype.endsWith("+xml")) {
            return true;
        }
        if (!type.equals("application")) {
            return false;
        }
        return switch (subtype) {
            case "json", "x-ndjson", "xml", "javascript", "wasm" -> true;
            default -> false;
        };
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Whether {@code other} is the same type with the same parameters, in whatever order. */
    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof MediaType that
                        && type.equals(that.type)
                        && subtype.equals(that.subtype)
                        && parameters.size() == that.parameters.size()
                        && hasParametersOf(that);
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, subtype, parameters.keySet());
    }

    /** The field value, values quoted where they have to be: {@code text/plain; charset=utf-8}. */
    @Override
    public String toString() {
        return text;
    }
}
