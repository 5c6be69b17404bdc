package dev.weir.annotations.internal.convert;

import java.util.List;

/** Text that stands for no value of the type asked for. Tells nothing of the text itself; has no stack trace. */
public final class InvalidValueException extends Exception {

    private static final long serialVersionUID = 1L;

    /** More values than that are not told. */
    private static final int MOST_TOLD = 20;

    private final String code;
    private final String expected;
    private final transient List<String> allowed;

    private InvalidValueException(String code, String detail, String expected, List<String> allowed) {
        super(detail, null, false, false);
        this.code = code;
        this.expected = expected;
        this.allowed = allowed;
    }

    /**
     * A value that is no such thing.
     *
     * @param code for programs
     * @param detail for people
     * @param expected name of the type asked for; empty if there is none worth telling
     */
    public static InvalidValueException of(String code, String detail, String expected) {
        return new InvalidValueException(code, detail, expected, List.of());
    }

    /** A value that is none of those allowed, of which the first are told. */
    public static InvalidValueException notAllowed(List<String> all) {
        boolean isTold = all.size() <= MOST_TOLD;
        return new InvalidValueException(
                "not-in-enum",
                isTold ? "unknown value" : "unknown value; " + MOST_TOLD + " of " + all.size() + " are listed",
                "",
                isTold ? all : all.subList(0, MOST_TOLD));
    }

    /** The kind of fault, for programs. */
    public String code() {
        return code;
    }

    /** What is wrong, for people. */
    public String detail() {
        return getMessage();
    }

    /** Name of the type asked for, or empty. */
    public String expected() {
        return expected;
    }

    /** The values allowed, or the first of them; or empty. */
    public List<String> allowed() {
        return allowed;
    }
}
