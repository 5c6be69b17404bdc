package dev.weir.multipart;

import dev.weir.http.FieldNames;
import dev.weir.http.Headers;
import dev.weir.http.HttpException;
import dev.weir.http.MediaType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What stands before the content of a part (RFC 7578 section 4).
 *
 * <pre>
 *   Content-Disposition: form-data; name="photo"; filename="me.jpg"
 *   Content-Type: image/jpeg
 * </pre>
 *
 * @param headers all field lines
 * @param disposition name and file name
 * @param mediaType text/plain if none is given (RFC 7578 section 4.4)
 */
record PartHead(Headers headers, ContentDisposition disposition, MediaType mediaType) {

    static final String CONTENT_DISPOSITION = "Content-Disposition";
    private static final String CONTENT_TRANSFER_ENCODING = "Content-Transfer-Encoding";

    /** Reads one; the content begins behind it. */
    static PartHead read(DelimitedInput input, MultipartLimits limits) throws IOException {
        int part = input.part();
        Headers headers = headers(input, limits.headerSection());
        ContentDisposition disposition = ContentDisposition.parse(only(headers, CONTENT_DISPOSITION, part))
                .orElseThrow(() -> Refusal.malformed(
                        "part " + part + " has no Content-Disposition of the kind form-data with a name in UTF-8"));
        if (disposition.longestName() > limits.name()) {
            throw Refusal.tooLarge(
                    "the name of part " + part + ", or of its file, is longer than " + limits.name() + " octets");
        }
        String type = only(headers, FieldNames.CONTENT_TYPE, part);
        MediaType mediaType = type.isEmpty()
                ? MediaType.TEXT_PLAIN
                : MediaType.parse(type)
                        .orElseThrow(() -> Refusal.malformed("the Content-Type of part " + part + " is malformed"));
        if (changesOctets(only(headers, CONTENT_TRANSFER_ENCODING, part))) {
            throw Refusal.coded(part);
        }
        return new PartHead(headers, disposition, mediaType);
    }

    // fields = *( field-name ":" OWS field-value OWS CRLF ) CRLF
    private static Headers headers(DelimitedInput input, int most) throws IOException {
        List<String> lines = new ArrayList<>();
        int left = most;
        for (String line = input.line(left); !line.isEmpty(); line = input.line(left)) {
            left = Math.max(0, left - line.length() - 2);
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw malformedLine(input);
            }
            lines.add(line.substring(0, colon));
            lines.add(trimmed(line, colon + 1));
        }
        try {
            return Headers.of(lines.toArray(String[]::new));
        } catch (IllegalArgumentException e) {
            // A name that is no token, which a folded line looks like too, or a control character in a value.
            throw malformedLine(input);
        }
    }

    private static HttpException malformedLine(DelimitedInput input) {
        return Refusal.malformed("a field line of part " + input.part() + " is malformed");
    }

    private static String trimmed(String line, int from) {
        int start = from;
        int end = line.length();
        while (start < end && isBlank(line.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(start, end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    /** The value of a field that stands once at most; empty if it is not there. */
    private static String only(Headers headers, String name, int part) {
        List<String> values = headers.all(name);
        if (values.size() > 1) {
            throw Refusal.malformed("part " + part + " has more than one " + name);
        }
        return values.isEmpty() ? "" : values.get(0);
    }

    private static boolean changesOctets(String transferEncoding) {
        return switch (transferEncoding.toLowerCase(Locale.ROOT)) {
            case "", "7bit", "8bit", "binary" -> false;
            default -> true;
        };
    }
}
