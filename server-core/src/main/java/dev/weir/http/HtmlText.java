package dev.weir.http;

/** Text within an HTML page. */
public final class HtmlText {

    private HtmlText() {}

    /**
     * The text for use between tags and within quotes: markup is escaped, and what HTML does not allow becomes U+FFFD.
     *
     * @param text any text, from a client say
     */
    public static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
            }
        });
        return out.toString();
    }

    private static boolean isAllowed(int c) {
        boolean isControl = c < ' ' && c != '\n' && c != '\t' || c >= 0x7F && c < 0xA0;
        boolean isLoneSurrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !isControl && !isLoneSurrogate;
    }
}
