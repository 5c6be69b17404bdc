package dev.weir.compression;

/**
 * How coded content and what is decoded of it may differ in size.
 *
 * <pre>
 *   coded       0        10 KiB      10 MiB
 *   decoded    up to 1 MiB        up to 1000 MiB     (times 100, free 1 MiB)
 * </pre>
 *
 * <p>There is a bound in the other direction too: coded octets that nothing comes out of, empty members without end say,
 * would be read for ever without the content's limit noticing.
 *
 * @param times most decoded octets for each coded one
 * @param free decoded octets that need no coded ones
 */
record GrowthLimit(int times, long free) {

    /** A client that flushes after every few octets sends several for each. */
    private static final long MOST_OVERHEAD = 8;

    GrowthLimit {
        if (times < 1) {
            throw new IllegalArgumentException("growth: " + times + " (expected: 1 or more)");
        }
        if (free < 0) {
            throw new IllegalArgumentException("free growth: " + free + " (expected: 0 or more octets)");
        }
    }

    boolean isExceeded(long coded, long decoded) {
        return decoded > free && decoded / times > coded;
    }

    /**
     * Whether hardly anything comes out.
     *
     * @param ahead coded octets that need not bring anything
     */
    boolean isWasted(long coded, long decoded, long ahead) {
        return (coded - ahead) / MOST_OVERHEAD > decoded;
    }
}
