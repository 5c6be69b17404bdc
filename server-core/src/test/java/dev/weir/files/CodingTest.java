package dev.weir.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weir.http.WeightedValue;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip|0|0|1000",
                "gzip, deflate, br, zstd|1000|1000|1000",
                "br;q=0.5, gzip;q=0.8|500|0|800",
                "*|1000|1000|1000",
                "*;q=0.3, gzip;q=0|300|300|0",
                "identity, gzip;q=0.5|0|0|0",
                "identity;q=0.5, gzip;q=0.5|0|0|500",
                "identity;q=0, zstd|0|1000|0",
                "x-gzip|0|0|1000",
                "GZIP, Br|1000|0|1000",
                "gzip;q=0|0|0|0",
                "deflate|0|0|0",
                "''|0|0|0",
            })
    void isWantedThatMuch(String field, int br, int zstd, int gzip) {
        List<WeightedValue> accepted = WeightedValue.parse(List.of(field));
        assertEquals(br, Coding.BR.weightIn(accepted));
        assertEquals(zstd, Coding.ZSTD.weightIn(accepted));
        assertEquals(gzip, Coding.GZIP.weightIn(accepted));
    }
}
