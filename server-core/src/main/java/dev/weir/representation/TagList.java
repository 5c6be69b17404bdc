package dev.weir.representation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What If-Match or If-None-Match asks about (RFC 9110 sections 13.1.1 and 13.1.2).
 *
 * @param kind what the field holds
 * @param tags the tags listed, empty unless the kind is {@link Kind#TAGS}
 */
record TagList(Kind kind, List<EntityTag> tags) {

    /** What such a field can hold. */
    enum Kind {
        /** {@code *}: whatever version there is. */
        ANY,
        /** Tags, perhaps none. */
        TAGS,
        /** Nothing that could be read. */
        MALFORMED
    }

    private static final TagList ANY = new TagList(Kind.ANY, List.of());
    private static final TagList MALFORMED = new TagList(Kind.MALFORMED, List.of());

    /** Reads all lines of the field; one that can't be read spoils the rest. */
    static TagList parse(List<String> fieldValues) {
        // If-Match = "*" / #entity-tag
        if (fieldValues.size() == 1 && fieldValues.get(0).equals("*")) {
            return ANY;
        }
        List<EntityTag> tags = new ArrayList<>();
        for (String line : fieldValues) {
            if (!parse(line, tags)) {
                return MALFORMED;
            }
        }
        return new TagList(Kind.TAGS, tags);
    }

    /** Adds the tags of one line; a comma may stand in a tag, so the line is read from left to right. */
    private static boolean parse(String line, List<EntityTag> tags) {
        int i = skipWhitespace(line, 0);
        while (i < line.length()) {
            if (line.charAt(i) != ',') {
                int end = EntityTag.end(line, i);
                if (end < 0) {
                    return false;
                }
                tags.add(EntityTag.read(line, i, end));
                i = skipWhitespace(line, end);
                if (i < line.length() && line.charAt(i) != ',') {
                    return false;
                }
            }
            i = skipWhitespace(line, i + 1);
        }
        return true;
    }

    private static int skipWhitespace(String text, int from) {
        int i = from;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }

    boolean holds(Predicate<EntityTag> wanted) {
        return tags.stream().anyMatch(wanted);
    }
}
