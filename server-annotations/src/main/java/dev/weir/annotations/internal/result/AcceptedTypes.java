package dev.weir.annotations.internal.result;

import dev.weir.http.FieldNames;
import dev.weir.http.Headers;
import dev.weir.http.MediaType;
import dev.weir.http.WeightedValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The media types that a client accepts, as its Accept field says (RFC 9110 section 12.5.1). */
public final class AcceptedTypes {

    private static final String CHARSET = "charset";

    /** A range with its weight in thousandths. */
    private record Range(MediaType type, MediaType withoutCharset, int weight) {

        /** Rank of the range for that type; -1 if the type is not in it. */
        int rank(MediaType offered) {
            if (offered.matches(type)) {
                return type.specificity();
            }
            // Clients ask for JSON in UTF-8, which has no such parameter because it is always so.
            boolean isInOpen =
                    type != withoutCharset && offered.parameter(CHARSET).isEmpty() && offered.matches(withoutCharset);
            return isInOpen ? withoutCharset.specificity() : -1;
        }
    }

    private AcceptedTypes() {}

    /**
     * Index of the media type that the client wants most: by weight, then by how exactly it was named, then by order; the
     * first if the client does not say, -1 if it accepts none of them.
     */
    public static int choose(List<MediaType> offered, Headers headers) {
        Optional<String> first = headers.first(FieldNames.ACCEPT);
        if (first.isEmpty()) {
            return 0;
        }
        List<Range> ranges = ranges(headers);
        if (ranges.isEmpty()) {
            return 0; // nothing in the field makes sense
        }
        int best = -1;
        int bestWeight = 0;
        int bestRank = -1;
        for (int i = 0; i < offered.size(); i++) {
            int rank = -1;
            int weight = 0;
            for (Range range : ranges) {
                int match = range.rank(offered.get(i));
                if (match > rank) {
                    rank = match;
                    weight = range.weight;
                }
            }
            if (weight > bestWeight || weight == bestWeight && weight > 0 && rank > bestRank) {
                best = i;
                bestWeight = weight;
                bestRank = rank;
            }
        }
        return best;
    }

    private static List<Range> ranges(Headers headers) {
        List<Range> ranges = new ArrayList<>();
        for (WeightedValue member : WeightedValue.parse(headers.all(FieldNames.ACCEPT))) {
            MediaType.parse(member.value())
                    .ifPresent(type -> ranges.add(new Range(type, withoutCharset(type), member.weight())));
        }
        return ranges;
    }

    private static MediaType withoutCharset(MediaType type) {
        if (type.parameter(CHARSET).isEmpty()) {
            return type;
        }
        Map<String, String> parameters = new LinkedHashMap<>(type.parameters());
        parameters.remove(CHARSET);
        MediaType without = MediaType.of(type.type(), type.subtype());
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            without = without.with(parameter.getKey(), parameter.getValue());
        }
        return without;
    }
}
