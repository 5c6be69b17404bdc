package dev.weir.annotations.internal.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weir.http.MediaType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypesTest {

    @ParameterizedTest
    @CsvSource({
        "application/vnd.acme+json, application/*+json, true",
        "application/vnd.acme+json;v=1, application/*+json, true",
        "application/vnd.acme+json;v=1, application/*+json;v=1, true",
        "application/vnd.acme+json;v=2, application/*+json;v=1, false",
        "application/vnd.acme+json, application/*+json;v=1, false",
        "application/vnd.acme+json, application/*+xml, false",
        "application/json, application/*+json, false",
        "image/svg+json, application/*+json, false",
        "text/csv, text/*, true",
        "text/csv;header=present, text/csv, true",
        "text/csv, text/plain, false",
    })
    void tellsWhetherATypeIsInARange(String type, String range, boolean isIn) {
        assertEquals(
                isIn,
                MediaTypes.isIn(
                        MediaType.parse(range).orElseThrow(),
                        MediaType.parse(type).orElseThrow()));
    }
}
