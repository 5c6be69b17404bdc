package dev.weir.multipart;

import java.io.IOException;

/** Octets of a part that are there until they are given back. Read by many threads at a time. */
interface KeptContent {

    long size();

    /** Reads octets from a position before the end; at least one. */
    int read(long position, byte[] into, int offset, int length) throws IOException;

    void close() throws IOException;
}
