package dev.weir.internal.wire;

/**
 * A row of a table of refusals.
 *
 * @param start the octets up to and with the first that proves the violation
 */
record Refusal(Violation violation, String start) {

    @Override
    public String toString() {
        String shown = start.replace("\r", "\\r")
                .replace("\n", "\\n")
                .replace("\t", "\\t")
                .replace("\0", "\\0");
        return violation + ": " + (shown.length() > 90 ? "…" + shown.substring(shown.length() - 90) : shown);
    }
}
