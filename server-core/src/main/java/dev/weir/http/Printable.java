package dev.weir.http;

/** Text from outside made fit for an error text: control characters escaped, cut when long. */
final class Printable {

    private static final int LONGEST = 80;

    private Printable() {}

    static String of(String text) {
        StringBuilder printable = new StringBuilder();
        for (int i = 0; i < text.length() && i < LONGEST; i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7f) {
                printable.append(String.format("\\u%04x", (int) c));
            } else {
                printable.append(c);
            }
        }
        return text.length() > LONGEST ? printable.append('…').toString() : printable.toString();
    }
}
