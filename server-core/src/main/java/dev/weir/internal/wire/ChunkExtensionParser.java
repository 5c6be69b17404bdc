package dev.weir.internal.wire;

/** Reads the extensions behind a chunk size octet by octet and throws them away (RFC 9112 section 7.1.1). */
final class ChunkExtensionParser {

    // chunk-ext = *( ";" chunk-ext-name [ "=" ( token / quoted-string ) ] ), without the whitespace that is "bad"
    // anyway
    private enum State {
        NAME_START,
        NAME,
        VALUE_START,
        TOKEN,
        QUOTED,
        ESCAPED,
        QUOTED_END
    }

    private State state = State.NAME_START;

    /** Begins behind a semicolon. */
    void reset() {
        state = State.NAME_START;
    }

    /** Takes an octet; whether it is the CR that ends the extensions. */
    boolean endsAt(byte octet) throws ProtocolException {
        switch (state) {
            case NAME_START -> token(octet, State.NAME);
            case NAME -> {
                if (octet == '=') {
                    state = State.VALUE_START;
                } else {
                    return afterPart(octet, true);
                }
            }
            case VALUE_START -> {
                if (octet == '"') {
                    state = State.QUOTED;
                } else {
                    token(octet, State.TOKEN);
                }
            }
            case TOKEN -> {
                return afterPart(octet, true);
            }
            case QUOTED -> quoted(octet);
            case ESCAPED -> {
                fieldValue(octet);
                state = State.QUOTED;
            }
            default -> {
                return afterPart(octet, false);
            }
        }
        return false;
    }

    /** Behind a name or a value: the end, the next extension, or more of the same token. */
    private boolean afterPart(byte octet, boolean isToken) throws ProtocolException {
        if (octet == ';') {
            state = State.NAME_START;
        } else if (octet != '\r' && !(isToken && OctetClass.is(OctetClass.TOKEN, octet))) {
            throw malformed(octet);
        }
        return octet == '\r';
    }

    private void token(byte octet, State then) throws ProtocolException {
        if (!OctetClass.is(OctetClass.TOKEN, octet)) {
            throw malformed(octet);
        }
        state = then;
    }

    private void quoted(byte octet) throws ProtocolException {
        if (octet == '"') {
            state = State.QUOTED_END;
        } else if (octet == '\\') {
            state = State.ESCAPED;
        } else {
            fieldValue(octet);
        }
    }

    private static void fieldValue(byte octet) throws ProtocolException {
        if (!OctetClass.is(OctetClass.FIELD_VALUE, octet)) {
            throw malformed(octet);
        }
    }

    private static ProtocolException malformed(byte octet) {
        return (octet == '\n' ? Violation.BARE_LF : Violation.MALFORMED_CHUNK_EXTENSION).exception();
    }
}
