package dev.weir.internal.wire;

import java.util.List;

/**
 * One fault in a message.
 *
 * @param place where it is, in ten-thousandths of the text
 * @param length octets that it concerns
 * @param word which word, line or line end it brings
 */
record Fault(Kind kind, int place, int length, int word) {

    /** Octets and words that parsers trip over. */
    static final List<String> WORDS = List.of(
            "\r",
            "\n",
            "\r\n",
            "\0",
            " ",
            "\t",
            ":",
            ";",
            ",",
            "\"",
            "\\",
            "%",
            "?",
            "/",
            "#",
            "0",
            "-",
            "+",
            "\u0080",
            "\u00ff",
            "\u007f",
            "{",
            "\r\n\r\n",
            "0\r\n\r\n",
            "\r\n ",
            "chunked",
            " HTTP/1.1",
            "0x",
            "fffffffffffffffff");

    /** What a line may end in instead of CRLF. */
    private static final List<String> LINE_ENDS = List.of("\n", "\r", "\n\n", "\r\r\n", "\n\r", "\r\n\n", "\0\r\n", "");

    /** What may stand for a space. */
    private static final List<String> SPACES = List.of("\t", "  ", "\u000b", "\f", "\r", "\u00a0", "");

    /** Lines that decide about a message, or seem to. */
    static final List<String> LINES = List.of(
            "Host: b\r\n",
            "Content-Length: 3\r\n",
            "Content-Length: 3, 3\r\n",
            "Content-Length : 3\r\n",
            "Transfer-Encoding: chunked\r\n",
            "Transfer-Encoding: gzip, chunked\r\n",
            "Transfer-Encoding:\r\n chunked\r\n",
            "Connection: close\r\n",
            "Cookie: a\r\n",
            "3;a=\"\n\"\r\nabc\r\n",
            "3;a=\"\\\r\n\"\r\nabc\r\n",
            "A: \0\r\n",
            ": a\r\n",
            "A\r\n",
            " A: b\r\n",
            "3\r\nabc\r\n",
            "GET / HTTP/1.1\r\n");

    enum Kind {
        INSERT,
        INSERT_LINE,
        REPLACE,
        REPLACE_LINE_END,
        REPLACE_SPACE,
        REMOVE,
        REPEAT,
        REPEAT_LINE,
        FLIP,
        CUT_OFF
    }

    /** The text with this fault; the same if it has no place for it. */
    String in(String text) {
        int at = (int) ((long) place * (text.length() + 1) / 10_000);
        int end = Math.min(text.length(), at + length);
        int line = text.lastIndexOf("\r\n", at) < 0 ? 0 : text.lastIndexOf("\r\n", at) + 2;
        int lineEnd = text.indexOf("\r\n", line) < 0 ? text.length() : text.indexOf("\r\n", line) + 2;
        return switch (kind) {
            case INSERT -> replaced(text, at, at, one(WORDS));
            case INSERT_LINE -> replaced(text, line, line, one(LINES));
            case REPLACE -> replaced(text, at, end, one(WORDS));
            case REPLACE_LINE_END -> replacedNext(text, at, "\r\n", one(LINE_ENDS));
            case REPLACE_SPACE -> replacedNext(text, at, " ", one(SPACES));
            case REMOVE -> replaced(text, at, end, "");
            case REPEAT -> replaced(text, at, at, text.substring(at, end));
            case REPEAT_LINE -> replaced(text, line, line, text.substring(line, lineEnd));
            case FLIP -> at == text.length() ? text : flipped(text, at, 1 << length % 8);
            case CUT_OFF -> text.substring(0, at);
        };
    }

    private String one(List<String> choices) {
        return choices.get(word % choices.size());
    }

    private static String replaced(String text, int from, int to, String what) {
        return text.substring(0, from) + what + text.substring(to);
    }

    /** Replaces the first that comes from there on, else the first of all. */
    private static String replacedNext(String text, int from, String what, String other) {
        int at = text.indexOf(what, from) < 0 ? text.indexOf(what) : text.indexOf(what, from);
        return at < 0 ? text : replaced(text, at, at + what.length(), other);
    }

    private static String flipped(String text, int at, int bit) {
        return replaced(text, at, at + 1, String.valueOf((char) (text.charAt(at) ^ bit)));
    }
}
