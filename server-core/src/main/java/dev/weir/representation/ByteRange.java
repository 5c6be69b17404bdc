package dev.weir.representation;

/**
 * Octets of a representation, counted from zero; both ends belong to it.
 *
 * @param first place of the first octet
 * @param last place of the last octet, not before the first
 */
record ByteRange(long first, long last) {

    long length() {
        return last - first + 1;
    }

    /** The value of Content-Range for this part of a representation (RFC 9110 section 14.4). */
    String contentRange(long completeLength) {
        return "bytes " + first + '-' + last + '/' + completeLength;
    }
}
