package dev.weir.multipart;

import dev.weir.http.HttpException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Content as stretches of octets with delimiters between them, drawn through one buffer of a fixed size.
 *
 * <pre>
 *   [preamble] delimiter padding CRLF part *( delimiter padding CRLF part ) delimiter "--" padding [CRLF epilogue]
 * </pre>
 *
 * <p>A delimiter begins with a line break. The one that ends a header section may at the same time begin the delimiter
 * behind it, and the very first delimiter may do without; so each stretch begins at a line break that is no content, and
 * an imagined one stands before the first octet.
 */
final class DelimitedInput {

    private static final int USUAL_SIZE = 16 << 10;

    /** More blanks behind a delimiter are refused. */
    private static final int LONGEST_PADDING = 256;

    private final InputStream source;
    private final Delimiter delimiter;
    private final byte[] buffer;

    /** First octet that is not taken yet. */
    private int position;

    /** Behind the last octet that has arrived. */
    private int limit;

    /** Behind the octets that are known to be no part of a delimiter; of use only within a stretch. */
    private int clear;

    /** Whether a delimiter stands at {@link #clear}. */
    private boolean isAtDelimiter;

    /** Whether the line break before a stretch is still there. */
    private boolean isAtLineBreak;

    /** Number of delimiters taken, which is the number of the current part, counted from 1. */
    private int part;

    /**
     * That content.
     *
     * @param longestLine most octets that {@link #line} will be asked for
     */
    DelimitedInput(InputStream source, Delimiter delimiter, int longestLine) {
        this.source = source;
        this.delimiter = delimiter;
        this.buffer = new byte[Math.max(USUAL_SIZE, 2 * longestLine)];
        buffer[0] = '\r';
        buffer[1] = '\n';
        limit = 2;
        isAtLineBreak = true;
    }

    /** Number of the current part, counted from 1; 0 in the preamble. */
    int part() {
        return part;
    }

    /** Reads octets of the current stretch; -1 where it ends. */
    int read(byte[] into, int offset, int length) throws IOException {
        if (!hasMore()) {
            return -1;
        }
        int count = Math.min(length, clear - position);
        System.arraycopy(buffer, position, into, offset, count);
        position += count;
        return count;
    }

    /** Hands over some octets of the current stretch as they lie in the buffer; their number, -1 where it ends. */
    int writeSome(OutputStream output) throws IOException {
        if (!hasMore()) {
            return -1;
        }
        int count = clear - position;
        output.write(buffer, position, count);
        position = clear;
        return count;
    }

    /** Whether the stretch goes on; at least one octet of it is in the buffer then. */
    private boolean hasMore() throws IOException {
        while (position == clear) {
            if (isAtDelimiter) {
                return false;
            }
            search();
            if (isAtLineBreak && clear > position) {
                position += 2;
                isAtLineBreak = false;
            }
        }
        return true;
    }

    private void search() throws IOException {
        int found = delimiter.indexIn(buffer, clear, limit);
        if (found >= 0) {
            clear = found;
            isAtDelimiter = true;
            return;
        }
        int open = delimiter.beginningIn(buffer, clear, limit);
        if (open > clear) {
            clear = open;
        } else if (!fill()) {
            throw cutOff();
        }
    }

    /** Takes the delimiter behind a stretch that was read to its end, with the rest of its line; whether it is the last. */
    boolean takeDelimiter() throws IOException {
        position = clear + delimiter.length();
        isAtDelimiter = false;
        boolean isLast = octet(0) == '-' && octet(1) == '-';
        if (isLast) {
            position += 2;
        }
        takePadding();
        if (isLast && octet(0) < 0) {
            part++;
            return true;
        }
        if (octet(0) != '\r' || octet(1) != '\n') {
            throw octet(1) < 0
                    ? cutOff()
                    : Refusal.malformed("something stands behind a boundary on its line, after part " + part);
        }
        position += 2;
        part++;
        return isLast;
    }

    private void takePadding() throws IOException {
        int count = 0;
        while (octet(0) == ' ' || octet(0) == '\t') {
            position++;
            if (++count > LONGEST_PADDING) {
                throw Refusal.malformed(
                        "more than " + LONGEST_PADDING + " blanks stand behind the boundary after part " + part);
            }
        }
    }

    /**
     * The next line of a header section, each octet a character, without its line break; empty where the section ends,
     * and a new stretch begins.
     *
     * @param most longest line that is not empty, with its line break
     */
    String line(int most) throws IOException {
        int length = 0;
        while (position + length == limit || buffer[position + length] != '\n') {
            if (position + length < limit) {
                length++;
            } else if (length > most + 1) { // which leaves room for the empty line
                throw headTooLarge();
            } else if (!fill()) {
                throw cutOff();
            }
        }
        if (length == 0 || buffer[position + length - 1] != '\r') {
            throw Refusal.malformed("a line of the header section of part " + part + " does not end with CRLF");
        }
        if (length == 1) {
            clear = position;
            isAtLineBreak = true;
            return "";
        }
        if (length >= most) {
            throw headTooLarge();
        }
        String line = new String(buffer, position, length - 1, StandardCharsets.ISO_8859_1);
        position += length + 1;
        return line;
    }

    /** Reads all that is left. */
    void skipRest(long most) throws IOException {
        long count = 0;
        do {
            count += limit - position;
            position = limit;
            if (count > most) {
                throw Refusal.tooLarge("more than " + most + " octets stand behind the last part");
            }
        } while (fill());
    }

    /** An octet that is to come; -1 if the content ends before. */
    private int octet(int ahead) throws IOException {
        while (position + ahead >= limit) {
            if (!fill()) {
                return -1;
            }
        }
        return buffer[position + ahead];
    }

    /** Waits for more octets; false if there are none. */
    private boolean fill() throws IOException {
        if (buffer.length - limit < buffer.length / 2) {
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            clear -= position;
            limit -= position;
            position = 0;
        }
        int count = source.read(buffer, limit, buffer.length - limit);
        limit += Math.max(count, 0);
        return count >= 0;
    }

    private HttpException headTooLarge() {
        return Refusal.tooLarge("the header section of part " + part + " is too long");
    }

    private HttpException cutOff() {
        return Refusal.malformed(part == 0 ? "it ends before the first boundary" : "it ends within part " + part);
    }
}
