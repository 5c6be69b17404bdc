package dev.weir.annotations.internal.bind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderSourceTest {

    @ParameterizedTest
    @CsvSource({
        "requestId, Request-Id",
        "accept, Accept",
        "xRateLimit, X-Rate-Limit",
        "userID, User-Id",
        "if_none_match, If-None-Match",
        "x5, X5",
    })
    void namesFieldsAfterParameters(String parameter, String field) {
        assertEquals(field, HeaderSource.fieldName(parameter));
    }
}
