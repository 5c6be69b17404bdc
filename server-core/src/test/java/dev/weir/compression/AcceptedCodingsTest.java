package dev.weir.compression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weir.http.Headers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedCodingsTest {

    private static final ContentCoding BR = ContentCoding.of("br", out -> out, in -> in);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip                            | gzip",
                "GZip                            | gzip",
                "x-gzip                          | gzip",
                "invalid-1, gzip, invalid-2      | gzip",
                "br;q=1.0, gzip;q=0.8, *;q=0.1   | gzip",
                "*                               | gzip",
                "*;q=0.3                         | gzip",
                "gzip;q=0.001                    | gzip",
                "gzip;q=1, identity;q=0.5        | gzip",
                "gzip;q=0.5, identity;q=0.5      | gzip",
                "gzip, *;q=0                     | gzip",
                "identity;q=0, *                 | gzip",
                "identity;q=0, gzip;q=0.1        | gzip",
                ", ,gzip,                        | gzip",
                "''                              | -",
                "identity                        | -",
                "invalid                         | -",
                "gzipped                         | -",
                "gzip;level=9                    | -",
                "gzip;q=0                        | -",
                "gzip;q=0.000                    | -",
                "gzip;q=0, *                     | -",
                "*;q=0                           | -",
                "*, identity;q=0, gzip;q=0       | -",
                "gzip;q=0.5, identity            | -",
                "gzip;q=0.5, *                   | -",
                "identity;q=0                    | -",
                "deflate, br, zstd               | -",
                "gzip;q=nonsense                 | -",
                "gzip;q=2                        | -",
            })
    void choosesGzipExactlyWhereTheClientWantsIt(String acceptEncoding, String chosen) {
        assertEquals(chosen, chosen(Headers.of("Accept-Encoding", acceptEncoding), ContentCoding.gzip()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip, deflate, br               | br",
                "gzip, deflate                   | gzip",
                "deflate, gzip                   | gzip",
                "deflate                         | deflate",
                "deflate, gzip;q=0.9             | deflate",
                "gzip;q=0.8, br;q=0.8            | br",
                "gzip;q=0.8, br;q=0.7            | gzip",
                "*                               | br",
                "*, br;q=0                       | gzip",
                "*;q=0.5, deflate                | deflate",
                "gzip;q=0.5, *;q=0.1             | gzip",
                "br;q=0.5, identity;q=0.6        | -",
                "br;q=0.6, identity;q=0.6        | br",
                "*;q=0, deflate;q=0.1            | deflate",
                "zstd                            | -",
            })
    void choosesTheMostWantedAndOfEqualsTheFirstOfTheServer(String acceptEncoding, String chosen) {
        Headers headers = Headers.of("Accept-Encoding", acceptEncoding);
        assertEquals(chosen, chosen(headers, BR, ContentCoding.gzip(), ContentCoding.deflate()));
    }

    @Test
    void choosesNoneWithoutAcceptEncoding() {
        assertEquals("-", chosen(Headers.empty(), ContentCoding.gzip()));
    }

    @Test
    void readsAllFieldLines() {
        Headers headers = Headers.of("Accept-Encoding", "br;q=0.5", "accept-encoding", "gzip");
        assertEquals("gzip", chosen(headers, BR, ContentCoding.gzip()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "identity;q=0               | true",
                "gzip, identity;q=0.0       | true",
                "*;q=0                      | true",
                "gzip, *;q=0                | true",
                "identity;q=0, *            | true",
                "identity;q=0.1, *;q=0      | false",
                "identity, *;q=0            | false",
                "gzip                       | false",
                "gzip;q=0                   | false",
                "''                         | false",
            })
    void knowsWhetherContentWithoutACodingIsExcluded(String acceptEncoding, boolean isExcluded) {
        assertEquals(isExcluded, AcceptedCodings.excludeIdentity(Headers.of("Accept-Encoding", acceptEncoding)));
    }

    private static String chosen(Headers headers, ContentCoding... codings) {
        return AcceptedCodings.of(headers)
                .choose(List.of(codings))
                .map(ContentCoding::name)
                .orElse("-");
    }
}
