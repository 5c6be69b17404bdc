package dev.weir.annotations.internal.validation;

import jakarta.validation.ConstraintViolation;

/** Names kinds of constraints for programs. */
final class ConstraintCodes {

    private ConstraintCodes() {}

    /** The simple name of the annotation, {@code NotNull}. */
    static String name(ConstraintViolation<?> violation) {
        return violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
    }

    /** The same in the words of other codes, {@code not-null}. */
    static String of(ConstraintViolation<?> violation) {
        return hyphenated(name(violation));
    }

    /** Small letters, with a hyphen before each word; a row of capitals is one word. */
    static String hyphenated(String name) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean endsWord = i > 0 && !Character.isUpperCase(name.charAt(i - 1));
            boolean startsWord = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
            if (i > 0 && Character.isUpperCase(c) && (endsWord || startsWord)) {
                code.append('-');
            }
            code.append(Character.toLowerCase(c));
        }
        return code.toString();
    }
}
