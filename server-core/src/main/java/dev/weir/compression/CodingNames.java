package dev.weir.compression;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of content codings: how they are written, and which are the same. */
final class CodingNames {

    static final String IDENTITY = "identity";
    static final String ANY = "*";

    private static final Pattern LOWER_CASE_TOKEN = Pattern.compile("[a-z0-9!#$%&'*+.^_`|~-]+");

    private CodingNames() {}

    /** The name in lower case; {@code x-gzip} is another one of gzip (RFC 9110 section 8.4.1.3). */
    static String canonical(String name) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        return lowerCase.equals("x-gzip") ? "gzip" : lowerCase;
    }

    /** Refuses a name that no coding can have. */
    static void check(String name) {
        boolean isName = LOWER_CASE_TOKEN.matcher(name).matches()
                && canonical(name).equals(name)
                && !name.equals(IDENTITY)
                && !name.equals(ANY);
        if (!isName) {
            throw new IllegalArgumentException(
                    "content coding: \"" + name + "\" (expected: the name of a coding, in lower case)");
        }
    }

    /** Codings that can be told apart by their names, at least one of them. */
    static List<ContentCoding> checked(ContentCoding... codings) {
        if (codings.length == 0) {
            throw new IllegalArgumentException("content codings: none (expected: at least one)");
        }
        Set<String> names = new HashSet<>();
        for (ContentCoding coding : codings) {
            check(coding.name());
            if (!names.add(coding.name())) {
                throw new IllegalArgumentException("content coding: " + coding.name() + " twice (expected: once)");
            }
        }
        return List.of(codings);
    }
}
