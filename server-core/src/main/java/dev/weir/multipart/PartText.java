package dev.weir.multipart;

import dev.weir.http.MediaType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The text that the octets of a part are. */
final class PartText {

    private PartText() {}

    /**
     * Text in the charset that the media type names, or else in UTF-8; empty if the octets are none. A field
     * {@code _charset_} (RFC 7578 section 4.6) changes nothing: it would come from the same form, and browsers send UTF-8.
     */
    static Optional<String> decode(byte[] octets, MediaType type) {
        try {
            return Optional.of(type.charset()
                    .orElse(StandardCharsets.UTF_8)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
