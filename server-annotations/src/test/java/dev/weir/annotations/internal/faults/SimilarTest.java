package dev.weir.annotations.internal.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarTest {

    private static final List<String> NAMES = List.of("customer", "userId", "state");

    @ParameterizedTest
    @CsvSource({"id, userId", "usrId, userId", "USERID, userId", "stat, state", "costumer, customer", "colour, ", "x, "
    })
    void findsTheNameThatWasMeant(String written, String meant) {
        assertEquals(Optional.ofNullable(meant), Similar.to(written, NAMES));
    }
}
