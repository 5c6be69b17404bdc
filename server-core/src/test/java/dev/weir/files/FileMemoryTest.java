package dev.weir.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.http.Headers;
import dev.weir.representation.EntityTag;
import dev.weir.representation.Validators;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FileMemoryTest {

    private final FileMemory memory = new FileMemory(100 << 10);

    @Test
    void givesBackWhatWasPutIn() {
        ServedFile file = file(1000);
        memory.put("a", file);
        assertSame(file, memory.get("a").orElseThrow());
        assertEquals(Optional.empty(), memory.get("b"));
    }

    @Test
    void takesNoMoreThanItMay() {
        Random random = new Random(6);
        for (int i = 0; i < 10_000; i++) {
            memory.put("file" + random.nextInt(200), file(random.nextInt(60_000)));
            memory.get("file" + random.nextInt(200));
            if (i % 7 == 0) {
                memory.forget("file" + random.nextInt(200));
            }
            assertTrue(memory.weight() <= 100 << 10, "weight " + memory.weight());
        }
    }

    @Test
    void forgetsWhatIsNotUsedBeforeWhatIs() {
        memory.put("used", file(10_000));
        for (int i = 0; i < 100; i++) {
            assertTrue(memory.get("used").isPresent(), "round " + i);
            memory.put("other" + i, file(10_000));
        }
        assertEquals(Optional.empty(), memory.get("other0"));
    }

    @Test
    void countsAFileThatTakesTheOldOnesPlaceOnce() {
        memory.put("a", file(50_000));
        memory.put("a", file(10_000));
        assertEquals(file(10_000).weight(), memory.weight());
        memory.forget("a");
        assertEquals(0, memory.weight());
    }

    @Test
    void doesNotKeepWhatAloneIsTooMuch() {
        memory.put("small", file(1000));
        memory.put("a", file(200_000));
        assertEquals(Optional.empty(), memory.get("a"));
        assertTrue(memory.get("small").isPresent());
    }

    private static ServedFile file(int size) {
        Version version = new Version(size, new Object(), Validators.of(EntityTag.strong("a")), true);
        Variant variant =
                new Variant(List.of("a"), Optional.empty(), version, Optional.of(new byte[size]), Headers.empty());
        return new ServedFile(variant, List.of(), Map.of(), 0);
    }
}
