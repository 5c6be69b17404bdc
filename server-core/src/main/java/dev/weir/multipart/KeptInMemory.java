package dev.weir.multipart;

/**
 * Octets in memory.
 *
 * @param octets never changed
 */
record KeptInMemory(byte[] octets) implements KeptContent {

    @Override
    public long size() {
        return octets.length;
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) {
        int count = (int) Math.min(length, octets.length - position);
        System.arraycopy(octets, (int) position, into, offset, count);
        return count;
    }

    @Override
    public void close() {
        // Memory is given back by itself.
    }
}
