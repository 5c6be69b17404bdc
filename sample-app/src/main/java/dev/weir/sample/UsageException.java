package dev.weir.sample;

/** The command line is wrong; the message is one line that says what is expected. */
final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    UsageException(String name, String value, String expected) {
        super(printable(name) + ": " + printable(value) + " (expected: " + expected + ")");
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
