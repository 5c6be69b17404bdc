package dev.weir.proxies;

import dev.weir.config.IpLiteral;

/** Scheme, host and port as proxies tell them, which are stricter here than a Host field is. */
final class ForwardedAuthority {

    private ForwardedAuthority() {}

    /** Whether it is a scheme (RFC 3986 section 3.1). */
    static boolean isScheme(String text) {
        return text.matches("[A-Za-z][A-Za-z0-9+.-]*+");
    }

    /** Whether a client that used that scheme came over an encrypted connection. */
    static boolean isSecure(String scheme) {
        return scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("wss");
    }

    /** Whether it is a host, by its DNS name or address, with a port perhaps. */
    static boolean isValid(String text) {
        int portColon = text.startsWith("[") ? text.indexOf(']') + 1 : text.indexOf(':');
        boolean hasPort = portColon >= 0 && portColon < text.length();
        String host = hasPort ? text.substring(0, portColon) : text;
        return isHost(host) && (!hasPort || text.charAt(portColon) == ':' && isPort(text.substring(portColon + 1)));
    }

    /** Whether it is a host alone. */
    static boolean isHost(String text) {
        if (text.startsWith("[") && text.endsWith("]")) {
            String literal = text.substring(1, text.length() - 1);
            return literal.indexOf(':') >= 0 && IpLiteral.parse(literal).isPresent();
        }
        return text.matches("[A-Za-z0-9._-]++");
    }

    /** Whether it is a port that one can connect to. */
    static boolean isPort(String text) {
        return text.matches("[1-9][0-9]{0,4}") && Integer.parseInt(text) <= 65535;
    }

    /** A host with its port, unless the scheme implies that. */
    static String withPort(String host, String port, boolean isSecure) {
        return port.equals(isSecure ? "443" : "80") ? host : host + ":" + port;
    }
}
