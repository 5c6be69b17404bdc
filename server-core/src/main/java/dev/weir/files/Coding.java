package dev.weir.files;

import dev.weir.http.WeightedValue;
import java.util.List;
import java.util.OptionalInt;

/** A content coding that a file may lie in beside itself: {@code app.js.gz} beside {@code app.js}. */
enum Coding {
    BR("br", ".br"),
    ZSTD("zstd", ".zst"),
    GZIP("gzip", ".gz");

    private final String token;
    private final String suffix;

    Coding(String token, String suffix) {
        this.token = token;
        this.suffix = suffix;
    }

    /** As Content-Encoding writes it. */
    String token() {
        return token;
    }

    /** What such a file's name ends with. */
    String suffix() {
        return suffix;
    }

    /**
     * How much a client wants this coding (RFC 9110 section 12.5.3).
     *
     * @return from 1 to 1000; 0 if it does not accept it, or would rather have the file as it is
     */
    int weightIn(List<WeightedValue> accepted) {
        OptionalInt others = weight(accepted, "*");
        int mine = weight(accepted, token).orElse(others.orElse(0));
        if (this == GZIP && mine == 0) {
            mine = weight(accepted, "x-gzip").orElse(0); // another name of it (RFC 9110 section 8.4.1.3)
        }
        int identity = weight(accepted, "identity").orElse(others.orElse(0));
        return mine >= identity ? mine : 0;
    }

    private static OptionalInt weight(List<WeightedValue> accepted, String name) {
        return accepted.stream()
                .filter(coding -> coding.value().equalsIgnoreCase(name))
                .mapToInt(WeightedValue::weight)
                .findFirst();
    }
}
