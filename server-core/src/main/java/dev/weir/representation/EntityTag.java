package dev.weir.representation;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Name of one version of a representation (RFC 9110 section 8.8.3).
 *
 * <pre>
 *   "xyzzy"      strong: the same tag means the same octets
 *   W/"xyzzy"    weak: the same tag means as good as the same
 * </pre>
 */
public final class EntityTag {

    private static final int DIGEST_OCTETS = 16;

    private final String opaque;
    private final boolean weak;

    private EntityTag(String opaque, boolean weak) {
        for (int i = 0; i < opaque.length(); i++) {
            if (!isAllowed(opaque.charAt(i))) {
                throw new IllegalArgumentException("entity tag: character " + (int) opaque.charAt(i) + " at " + i
                        + " (expected: visible ones of ISO-8859-1 but for the quote)");
            }
        }
        this.opaque = opaque;
        this.weak = weak;
    }

    /** A strong tag; the text is what stands between the quotes. */
    public static EntityTag strong(String opaque) {
        return new EntityTag(opaque, false);
    }

    /** A weak tag; the text is what stands between the quotes. */
    public static EntityTag weak(String opaque) {
        return new EntityTag(opaque, true);
    }

    /** A strong tag made from the octets themselves, by a cryptographic digest. */
    public static EntityTag ofContent(byte[] octets) {
        return ofDigest(sha256().digest(octets));
    }

    /**
     * A strong tag made from a digest of all octets.
     *
     * @param digest at least 16 octets of a cryptographic digest, of which the first 16 are taken
     */
    public static EntityTag ofDigest(byte[] digest) {
        if (digest.length < DIGEST_OCTETS) {
            throw new IllegalArgumentException("digest: " + digest.length + " octets (expected: 16 or more)");
        }
        return strong(HexFormat.of().formatHex(Arrays.copyOf(digest, DIGEST_OCTETS)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The tag that a whole field value writes, or nothing if it is malformed. */
    public static Optional<EntityTag> parse(String text) {
        // entity-tag = [ %s"W/" ] DQUOTE *etagc DQUOTE
        return !text.isEmpty() && end(text, 0) == text.length()
                ? Optional.of(read(text, 0, text.length()))
                : Optional.empty();
    }

    /** Index after the tag that starts there, or -1 if there is none. */
    static int end(String text, int from) {
        int quote = text.startsWith("W/", from) ? from + 2 : from;
        if (quote >= text.length() || text.charAt(quote) != '"') {
            return -1;
        }
        int i = quote + 1;
        while (i < text.length() && isAllowed(text.charAt(i))) {
            i++;
        }
        return i < text.length() && text.charAt(i) == '"' ? i + 1 : -1;
    }

    /** The tag that stands there, of which {@link #end} told the end. */
    static EntityTag read(String text, int from, int end) {
        boolean weak = text.charAt(from) == 'W';
        return new EntityTag(text.substring(from + (weak ? 3 : 1), end - 1), weak);
    }

    // etagc = %x21 / %x23-7E / obs-text
    private static boolean isAllowed(char c) {
        return c > ' ' && c != '"' && c != 0x7F && c <= 0xFF;
    }

    /** What stands between the quotes. */
    public String opaque() {
        return opaque;
    }

    /** Whether it is a weak tag. */
    public boolean isWeak() {
        return weak;
    }

    /** This tag, weak. */
    public EntityTag weakened() {
        return weak ? this : weak(opaque);
    }

    /** Whether both are strong and the same (RFC 9110 section 8.8.3.2). */
    public boolean matchesStrongly(EntityTag other) {
        return !weak && !other.weak && opaque.equals(other.opaque);
    }

    /** Whether they are the same but for weakness (RFC 9110 section 8.8.3.2). */
    public boolean matchesWeakly(EntityTag other) {
        return opaque.equals(other.opaque);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EntityTag that && weak == that.weak && opaque.equals(that.opaque);
    }

    @Override
    public int hashCode() {
        return opaque.hashCode() * 2 + (weak ? 1 : 0);
    }

    /** The tag as a field value. */
    @Override
    public String toString() {
        return (weak ? "W/\"" : "\"") + opaque + '"';
    }
}
