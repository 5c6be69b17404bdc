package dev.weir.proxies;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Members of a list field from the last to the first, over all its lines; empty ones are left out.
 *
 * <p>From the right, since that is where the last proxy has added its own, and no quote that a client has left open may
 * hide that: {@code for="192.0.2.1, for=198.51.100.7} ends in a member that the client has no say in.
 */
final class MembersFromRight implements Iterator<String> {

    private final List<String> lines;
    private final boolean hasQuotes;

    /** The line that is read, and where the part of it that is left ends; -1 for one that is used up. */
    private int line;

    private int end;

    /** Null at the end. */
    private String next;

    private MembersFromRight(List<String> lines, boolean hasQuotes) {
        this.lines = lines;
        this.hasQuotes = hasQuotes;
        this.line = lines.size();
        this.end = -1;
        this.next = find();
    }

    /** Of a list whose members hold no commas. */
    static MembersFromRight plain(List<String> lines) {
        return new MembersFromRight(lines, false);
    }

    /** Of a list whose members may hold quoted strings. */
    static MembersFromRight quoted(List<String> lines) {
        return new MembersFromRight(lines, true);
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public String next() {
        if (next == null) {
            throw new NoSuchElementException("no member left");
        }
        String member = next;
        next = find();
        return member;
    }

    private String find() {
        while (true) {
            if (end < 0) {
                if (line == 0) {
                    return null;
                }
                end = lines.get(--line).length();
            }
            int start = start(lines.get(line), end);
            String member = lines.get(line).substring(start, end).strip();
            end = start - 1;
            if (!member.isEmpty()) {
                return member;
            }
        }
    }

    /** Where the member begins that ends there. */
    private int start(String text, int memberEnd) {
        boolean isQuoted = false;
        for (int i = memberEnd - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (c == '"' && hasQuotes && !isEscaped(text, i)) {
                isQuoted = !isQuoted;
            } else if (c == ',' && !isQuoted) {
                return i + 1;
            }
        }
        return 0;
    }

    private static boolean isEscaped(String text, int index) {
        int backslashes = 0;
        while (backslashes < index && text.charAt(index - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }
}
