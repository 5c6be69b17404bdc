package dev.weir.internal.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class MemoryPipeTest {

    private static ByteBuffer octets(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void whatIsGivenBackComesBeforeWhatIsThere() throws ConnectionLostException {
        MemoryPipe pipe = new MemoryPipe(100);
        pipe.write(octets("def"));
        pipe.unread(octets("bc"));
        pipe.unread(octets("a"));
        ByteBuffer read = ByteBuffer.allocate(10);
        assertEquals(6, pipe.readNow(read));
        assertEquals("abcdef", new String(read.array(), 0, 6, StandardCharsets.US_ASCII));
        assertEquals(0, pipe.readNow(read));
    }
}
