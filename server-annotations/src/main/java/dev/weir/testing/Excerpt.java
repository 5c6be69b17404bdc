package dev.weir.testing;

import dev.weir.http.MediaType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Content as people want to see it in the message of a failure. */
final class Excerpt {

    private Excerpt() {}

    /** Text from its beginning, at most so many characters; only the length of what looks like no text. */
    static String of(byte[] content, Optional<MediaType> type, int most) {
        String text = text(content, type);
        boolean isText = text.chars().limit(most).allMatch(c -> c >= ' ' && c != 0xFFFD || Character.isWhitespace(c));
        if (!isText) {
            return "(" + content.length + " octets)";
        }
        return text.length() <= most ? text : text.substring(0, most) + "… (" + content.length + " octets)";
    }

    /** In the charset of the media type, or in UTF-8. */
    static String text(byte[] content, Optional<MediaType> type) {
        Charset charset = type.flatMap(MediaType::charset).orElse(StandardCharsets.UTF_8);
        return new String(content, charset);
    }
}
