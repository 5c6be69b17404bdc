package dev.weir.files;

import dev.weir.http.FieldNames;
import dev.weir.http.Headers;
import dev.weir.http.WeightedValue;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A file as it was found, with its coded siblings; immutable but for when it was last looked at. */
final class ServedFile {

    /** What one takes in memory besides octets, about. */
    private static final long OVERHEAD = 2 << 10;

    private final Variant plain;

    /** Coded siblings that are served, perhaps none. */
    private final List<Variant> coded;

    /** For every coding what stood in the sibling's place, whether it is served or not. */
    private final Map<Coding, Optional<Version>> seen;

    /** {@link System#nanoTime} of the last look; written by any thread. */
    private volatile long checkedAt;

    /** Whether it was asked for since the memory's hand last came by. */
    private volatile boolean isUsed;

    ServedFile(Variant plain, List<Variant> coded, Map<Coding, Optional<Version>> seen, long now) {
        this.plain = plain;
        this.coded = List.copyOf(coded);
        this.seen = Map.copyOf(seen);
        this.checkedAt = now;
    }

    /** The variant that the client wants most; of those wanted alike the shortest. */
    Variant choose(Headers request) {
        if (coded.isEmpty() || !request.contains(FieldNames.ACCEPT_ENCODING)) {
            return plain;
        }
        List<WeightedValue> accepted = WeightedValue.parse(request.all(FieldNames.ACCEPT_ENCODING));
        Variant best = plain;
        int bestWeight = 0;
        for (Variant variant : coded) {
            int weight = variant.coding().orElseThrow().weightIn(accepted);
            boolean isShorter = variant.version().size() < best.version().size();
            if (weight > bestWeight || weight > 0 && weight == bestWeight && isShorter) {
                best = variant;
                bestWeight = weight;
            }
        }
        return best;
    }

    /** Whether it was looked at no longer ago than that, or a look says that it is as it was. */
    boolean isCurrent(Tree tree, long interval, long now) throws IOException {
        if (now - checkedAt < interval) {
            return true;
        }
        if (!plain.version().isSettled() || !tree.isStill(plain.names(), Optional.of(plain.version()))) {
            return false;
        }
        for (Map.Entry<Coding, Optional<Version>> sibling : seen.entrySet()) {
            boolean isSettled = sibling.getValue().map(Version::isSettled).orElse(true);
            if (!isSettled || !tree.isStill(Siblings.names(plain.names(), sibling.getKey()), sibling.getValue())) {
                return false;
            }
        }
        checkedAt = now;
        return true;
    }

    /** What it takes in memory. */
    long weight() {
        long octets = plain.octets();
        for (Variant variant : coded) {
            octets += variant.octets();
        }
        return octets + OVERHEAD;
    }

    void use() {
        if (!isUsed) { // else all threads would write to the same place
            isUsed = true;
        }
    }

    /** Whether it was used since the last call. */
    boolean takeUse() {
        boolean wasUsed = isUsed;
        isUsed = false;
        return wasUsed;
    }
}
