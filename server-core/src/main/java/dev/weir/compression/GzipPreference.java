package dev.weir.compression;

import dev.weir.http.FieldNames;
import dev.weir.http.Headers;
import dev.weir.http.WeightedValue;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a client's Accept-Encoding says of gzip and of no coding at all (RFC 9110 section 12.5.3).
 *
 * <pre>
 *   (no field line)           gzip 0      identity 0
 *   br, gzip;q=0.8            gzip 800    identity 0      (a coding that is listed is wanted more than none)
 *   gzip;q=0.5, identity      gzip 500    identity 1000
 *   *;q=0.3                   gzip 300    identity 300
 * </pre>
 *
 * @param gzip weight of gzip, 0 if it is not acceptable
 * @param identity weight of sending content as it is, 0 too if the client does not mention it
 */
record GzipPreference(int gzip, int identity) {

    static GzipPreference of(Headers headers) {
        List<WeightedValue> codings = WeightedValue.parse(headers.all(FieldNames.ACCEPT_ENCODING));
        OptionalInt others = weight(codings, "*", "*");
        // RFC 9110 section 8.4.1.3: x-gzip is another name of gzip.
        OptionalInt gzip = weight(codings, "gzip", "x-gzip");
        OptionalInt identity = weight(codings, "identity", "identity");
        return new GzipPreference(gzip.orElse(others.orElse(0)), identity.orElse(others.orElse(0)));
    }

    private static OptionalInt weight(List<WeightedValue> codings, String name, String otherName) {
        return codings.stream()
                .filter(coding ->
                        coding.value().equalsIgnoreCase(name) || coding.value().equalsIgnoreCase(otherName))
                .mapToInt(WeightedValue::weight)
                .findFirst();
    }

    /** Whether gzip is acceptable and not wanted less than no coding. */
    boolean isGzipChosen() {
        return gzip > 0 && gzip >= identity;
    }
}
