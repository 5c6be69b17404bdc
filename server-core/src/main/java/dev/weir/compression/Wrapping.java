package dev.weir.compression;

/** What stands around compressed data (RFC 1951), and thereby the name of the coding. */
enum Wrapping {
    /** A header, CRC-32 and length; several such members may follow each other (RFC 1952). */
    GZIP("gzip"),

    /** Two octets and Adler-32 (RFC 1950); RFC 9110 section 8.4.1.2 calls this deflate. */
    ZLIB("deflate");

    private final String coding;

    Wrapping(String coding) {
        this.coding = coding;
    }

    /** Name of the coding. */
    String coding() {
        return coding;
    }

    /** Whether zlib is to leave the wrapping to us. */
    boolean isOurs() {
        return this == GZIP;
    }
}
