package dev.weir.http;

/** The character rules of RFC 9110 sections 5.5 and 5.6 that the values of this package are checked against. */
final class Grammar {
    private static final String TOKEN_PUNCTUATION = "!#$%&'*+-.^_`|~";

    private static final boolean[] TOKEN = new boolean[128];

    static {
        for (char c = 0; c < TOKEN.length; c++) {
            TOKEN[c] = c >= '0' && c <= '9'
                    || c >= 'A' && c <= 'Z'
                    || c >= 'a' && c <= 'z'
                    || TOKEN_PUNCTUATION.indexOf(c) >= 0;
        }
    }

    private Grammar() {}

    /** Whether {@code c} may stand in a token (tchar, RFC 9110 section 5.6.2). */
    static boolean isTokenCharacter(char c) {
        return c < TOKEN.length && TOKEN[c];
    }

    /** Whether {@code text} is a token: one or more tchar (RFC 9110 section 5.6.2). */
    static boolean isToken(String text) {
        return !text.isEmpty() && tokenEnd(text, 0) == text.length();
    }

    /** Index of the first character at or after {@code from} that cannot stand in a token, or the length. */
    static int tokenEnd(String text, int from) {
        int i = from;
        while (i < text.length() && isTokenCharacter(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Whether {@code c} is optional whitespace: a space or a tab (OWS, RFC 9110 section 5.6.3). */
    static boolean isWhitespace(char c) {
        return c == ' ' || c == '\t';
    }

    /** Index of the first character at or after {@code from} that is not optional whitespace, or the length. */
    static int whitespaceEnd(String text, int from) {
        int i = from;
        while (i < text.length() && isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** {@code text} without the optional whitespace around it; no other character counts as whitespace. */
    static String trim(String text) {
        int start = whitespaceEnd(text, 0);
        int end = text.length();
        while (end > start && isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /**
     * Whether {@code text} may be sent as a field value as it is (RFC 9110 section 5.5): visible characters, spaces,
     * tabs and octets from 0x80, with no whitespace at either end. The empty value is one.
     */
    static boolean isFieldValue(String text) {
        if (text.isEmpty()) {
            return true;
        }
        return isQuotable(text) && !isWhitespace(text.charAt(0)) && !isWhitespace(text.charAt(text.length() - 1));
    }

    /** Whether {@link #quote} can carry {@code text}: no control character but the tab, nothing beyond 0xFF. */
    static boolean isQuotable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isQuotable(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@code c} is HTAB, SP, VCHAR or obs-text. */
    static boolean isQuotable(char c) {
        return c == '\t' || c >= ' ' && c <= '~' || c >= 0x80 && c <= 0xFF;
    }

    /**
     * {@code text} as a quoted-string (RFC 9110 section 5.6.4).
     *
     * @throws IllegalArgumentException if {@code text} is not {@linkplain #isQuotable(String) quotable}
     */
    static String quote(String text) {
        if (!isQuotable(text)) {
            throw new IllegalArgumentException("quoted text: \"" + Printable.of(text)
                    + "\" (expected: no control characters, none beyond U+00FF)");
        }
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\');
            }
            out.append(c);
        }
        return out.append('"').toString();
    }

    /**
     * Index after the quoted-string whose opening quote stands at {@code from}, or -1 if it does not end or holds a
     * character that it may not (RFC 9110 section 5.6.4).
     */
    static int quotedEnd(String text, int from) {
        for (int i = from + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                return i + 1;
            }
            if (c == '\\' && ++i == text.length() || !isQuotable(text.charAt(i))) {
                return -1;
            }
        }
        return -1;
    }

    /** What the quoted-string from {@code start} to {@code end}, quotes included, stands for. */
    static String unquote(String text, int start, int end) {
        StringBuilder out = new StringBuilder(end - start);
        for (int i = start + 1; i < end - 1; i++) {
            char c = text.charAt(i);
            out.append(c == '\\' ? text.charAt(++i) : c);
        }
        return out.toString();
    }
}
