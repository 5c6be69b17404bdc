package dev.weir.annotations.internal.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelativePathTest {

    @ParameterizedTest
    @CsvSource({
        "/api,/openapi.json",
        "/api,/api/5.0/x",
        "/api/,/api/5.0/x",
        "/,/openapi.json",
        "/docs/v1/api,/openapi.json",
        "/docs/v1/api,/docs/openapi.json",
        "/docs/v1/,/docs/v10/x",
        "/ab,/abc/x",
        "/a/b,/a/b"
    })
    void leadsThereWithAndWithoutAPrefix(String from, String to) {
        String way = RelativePath.between(from, to);

        assertEquals(to, URI.create("http://host" + from).resolve(way).getPath());
        assertEquals(
                "/pre/fix" + to,
                URI.create("http://host/pre/fix" + from).resolve(way).getPath());
    }
}
