package dev.weir.annotations.internal.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class EnumConverterTest {

    enum Twenty {
        A,
        B,
        C,
        D,
        E,
        F,
        G,
        H,
        I,
        J,
        K,
        L,
        M,
        N,
        O,
        P,
        Q,
        R,
        S,
        T
    }

    enum TwentyOne {
        A,
        B,
        C,
        D,
        E,
        F,
        G,
        H,
        I,
        J,
        K,
        L,
        M,
        N,
        O,
        P,
        Q,
        R,
        S,
        T,
        U
    }

    private static List<String> allowed(Class<?> type) {
        EnumConverter converter = new EnumConverter(type, Enum::name);
        return assertThrows(InvalidValueException.class, () -> converter.convert("?"))
                .allowed();
    }

    @Test
    void listsWhatIsAllowedUpToTwentyConstants() {
        assertEquals(20, allowed(Twenty.class).size());
        assertEquals(allowed(Twenty.class), allowed(TwentyOne.class));
    }
}
