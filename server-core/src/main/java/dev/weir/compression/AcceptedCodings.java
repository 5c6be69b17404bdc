package dev.weir.compression;

import dev.weir.http.FieldNames;
import dev.weir.http.Headers;
import dev.weir.http.WeightedValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a client's Accept-Encoding says of codings, and of none at all (RFC 9110 section 12.5.3).
 *
 * <pre>
 *   (no field line)           gzip 0      identity 0
 *   br, gzip;q=0.8            gzip 800    identity 0      (a coding that is listed is wanted more than none)
 *   gzip;q=0.5, identity      gzip 500    identity 1000
 *   *;q=0.3                   gzip 300    identity 300
 * </pre>
 */
final class AcceptedCodings {

    private final List<WeightedValue> members;
    private final OptionalInt others;

    private AcceptedCodings(List<WeightedValue> members) {
        this.members = members;
        this.others = find(CodingNames.ANY);
    }

    static AcceptedCodings of(Headers headers) {
        return new AcceptedCodings(WeightedValue.parse(headers.all(FieldNames.ACCEPT_ENCODING)));
    }

    /** Whether the client says that content without a coding is of no use to it. */
    static boolean excludeIdentity(Headers headers) {
        // It takes a weight to say so, which hardly any client sends.
        return headers.first(FieldNames.ACCEPT_ENCODING).isPresent()
                && headers.all(FieldNames.ACCEPT_ENCODING).stream().anyMatch(value -> value.indexOf(';') >= 0)
                && of(headers).isIdentityExcluded();
    }

    private boolean isIdentityExcluded() {
        OptionalInt identity = find(CodingNames.IDENTITY);
        return (identity.isPresent() ? identity : others).orElse(1) == 0;
    }

    /** Weight of a coding, 0 if it is not acceptable; of identity also if the client does not mention it. */
    int weight(String name) {
        return find(name).orElse(others.orElse(0));
    }

    private OptionalInt find(String name) {
        for (WeightedValue member : members) {
            if (CodingNames.canonical(member.value()).equals(name)) {
                return OptionalInt.of(member.weight());
            }
        }
        return OptionalInt.empty();
    }

    /** The coding that the client wants most, of several the first; none if it wants no coding more. */
    Optional<ContentCoding> choose(List<ContentCoding> codings) {
        ContentCoding best = null;
        int most = Math.max(1, weight(CodingNames.IDENTITY));
        for (ContentCoding coding : codings) {
            int weight = weight(coding.name());
            if (weight > most || best == null && weight == most) {
                best = coding;
                most = weight;
            }
        }
        return Optional.ofNullable(best);
    }
}
