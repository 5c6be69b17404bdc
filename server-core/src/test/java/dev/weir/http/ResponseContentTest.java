package dev.weir.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ResponseContentTest {

    private final List<String> closed = new ArrayList<>();

    private ResponseContent stream(String text) {
        return ResponseContent.of(new ByteArrayInputStream(text.getBytes()) {
            @Override
            public void close() throws IOException {
                closed.add("stream");
                throw new IOException("does not close");
            }
        });
    }

    private static byte[] octets(ResponseContent content) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        content.writeTo(ContentOutput.to(octets));
        return octets.toByteArray();
    }

    @Test
    void closesWhatItIsMadeOfBehindItselfEvenIfThatFails() throws Exception {
        ResponseContent content = stream("abc").closing(() -> closed.add("more"));

        assertEquals(OptionalLong.empty(), content.length());
        assertArrayEquals("abc".getBytes(), octets(content));
        assertEquals(List.of(), closed);
        assertThrows(IOException.class, content::close);
        assertEquals(List.of("stream", "more"), closed);
    }

    @Test
    void regionsCloseItToo() throws Exception {
        ResponseContent content = ResponseContent.of("abcdef".getBytes()).closing(() -> closed.add("more"));

        ResponseContent region = content.region(2, 3).orElseThrow();
        assertEquals(OptionalLong.of(6), content.length());
        assertEquals(OptionalLong.of(3), region.length());
        assertArrayEquals("cde".getBytes(), octets(region));
        region.close();
        assertEquals(List.of("more"), closed);
    }

    @Test
    void contentWithoutRegionsHasNoneEitherWithSomethingToClose() {
        assertTrue(stream("abc").closing(() -> closed.add("more")).region(0, 1).isEmpty());
    }
}
