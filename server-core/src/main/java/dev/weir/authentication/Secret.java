package dev.weir.authentication;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Compares what a client sent with what only the right one knows. */
final class Secret {

    private Secret() {}

    /** Whether both are the same, in a time that depends on the length of what was sent and on nothing else. */
    static boolean isSame(String sent, String right) {
        return MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}
