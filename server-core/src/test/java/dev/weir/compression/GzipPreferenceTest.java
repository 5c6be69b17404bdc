package dev.weir.compression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.weir.http.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GzipPreferenceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip                            | true",
                "GZip                            | true",
                "x-gzip                          | true",
                "invalid-1, gzip, invalid-2      | true",
                "br;q=1.0, gzip;q=0.8, *;q=0.1   | true",
                "*                               | true",
                "*;q=0.3                         | true",
                "gzip;q=0.001                    | true",
                "gzip;q=1, identity;q=0.5        | true",
                "gzip;q=0.5, identity;q=0.5      | true",
                "gzip, *;q=0                     | true",
                "identity;q=0, *                 | true",
                "identity;q=0, gzip;q=0.1        | true",
                ", ,gzip,                        | true",
                "''                              | false",
                "identity                        | false",
                "invalid                         | false",
                "gzipped                         | false",
                "gzip;level=9                    | false",
                "gzip;q=0                        | false",
                "gzip;q=0.000                    | false",
                "gzip;q=0, *                     | false",
                "*;q=0                           | false",
                "*, identity;q=0, gzip;q=0       | false",
                "gzip;q=0.5, identity            | false",
                "gzip;q=0.5, *                   | false",
                "identity;q=0                    | false",
                "deflate, br, zstd               | false",
                "gzip;q=nonsense                 | false",
                "gzip;q=2                        | false",
            })
    void choosesGzipExactlyWhereTheClientWantsIt(String acceptEncoding, boolean isChosen) {
        Headers headers = Headers.of("Accept-Encoding", acceptEncoding);
        assertEquals(isChosen, GzipPreference.of(headers).isGzipChosen());
    }

    @Test
    void doesNotChooseGzipWithoutAcceptEncoding() {
        assertFalse(GzipPreference.of(Headers.empty()).isGzipChosen());
    }

    @Test
    void readsAllFieldLines() {
        Headers headers = Headers.of("Accept-Encoding", "br", "accept-encoding", "gzip");
        assertEquals(new GzipPreference(1000, 0), GzipPreference.of(headers));
    }
}
