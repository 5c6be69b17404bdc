package dev.weir.proxies;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads what one proxy has added to Forwarded (RFC 7239 section 4). */
final class ForwardedElement {

    private static final String TOKEN_PUNCTUATION = "!#$%&'*+-.^_`|~";

    private final String text;
    private int at;

    private ForwardedElement(String text) {
        this.text = text;
    }

    /** The hop that an element tells of; one that is malformed says nothing at all. */
    static Hop parse(String element) {
        Map<String, String> parameters = new ForwardedElement(element).parameters();
        if (parameters.isEmpty()) {
            return Hop.UNKNOWN;
        }
        Optional<String> node = Optional.ofNullable(parameters.get("for"));
        Optional<String> scheme = Optional.ofNullable(parameters.get("proto"));
        Optional<String> host = Optional.ofNullable(parameters.get("host"));
        boolean isWellFormed = node.isEmpty() || Node.parse(node.get()).isPresent();
        isWellFormed &= scheme.isEmpty() || ForwardedAuthority.isScheme(scheme.get());
        isWellFormed &= host.isEmpty() || ForwardedAuthority.isValid(host.get());
        return isWellFormed ? new Hop(node.flatMap(Node::parse).orElse(Node.UNKNOWN), scheme, host) : Hop.UNKNOWN;
    }

    /** All parameters, names in lower case; none if the element is malformed or names one twice. */
    private Map<String, String> parameters() {
        // forwarded-element = [ forwarded-pair ] *( ";" [ forwarded-pair ] )
        // forwarded-pair = token "=" ( token / quoted-string )
        Map<String, String> parameters = new HashMap<>();
        while (at <= text.length()) {
            if (at < text.length() && text.charAt(at) != ';') {
                String name = token().toLowerCase(Locale.ROOT);
                if (name.isEmpty() || at == text.length() || text.charAt(at++) != '=') {
                    return Map.of();
                }
                boolean isQuoted = at < text.length() && text.charAt(at) == '"';
                Optional<String> value =
                        isQuoted ? quoted() : Optional.of(token()).filter(token -> !token.isEmpty());
                if (value.isEmpty() || parameters.put(name, value.get()) != null) {
                    return Map.of();
                }
            }
            if (at < text.length() && text.charAt(at) != ';') {
                return Map.of();
            }
            at++;
        }
        return parameters;
    }

    private String token() {
        int start = at;
        while (at < text.length() && isTokenCharacter(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean isTokenCharacter(char c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || TOKEN_PUNCTUATION.indexOf(c) >= 0);
    }

    /** What the quoted string that begins here stands for; empty if it does not end. */
    private Optional<String> quoted() {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\') {
                at++;
            }
            if (at < text.length()) {
                value.append(text.charAt(at++));
            }
        }
        boolean isClosed = at < text.length();
        at++;
        return isClosed ? Optional.of(value.toString()) : Optional.empty();
    }
}
