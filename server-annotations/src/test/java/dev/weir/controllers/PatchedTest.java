package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.annotations.Controller;
import dev.weir.annotations.Patch;
import dev.weir.annotations.Post;
import dev.weir.http.MediaType;
import dev.weir.http.Method;
import dev.weir.http.Request;
import dev.weir.json.Patched;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchedTest {

    record Address(String city, Patched<String> street) {}

    record Change(
            Patched<String> title, Patched<LocalDate> due, Patched<List<Integer>> numbers, Patched<Address> address) {}

    record Kept(String title, LocalDate due) {}

    @Controller
    static final class Todos {

        @Patch("/todo")
        String change(Change change) {
            return String.join(
                    " ", state(change.title()), state(change.due()), state(change.numbers()), state(change.address()));
        }

        private static String state(Patched<?> member) {
            return member.isAbsent()
                    ? "absent"
                    : member.isNull() ? "null" : member.value().orElseThrow() + "";
        }

        @Patch("/kept")
        Kept kept(Change change) {
            Kept kept = new Kept("old", LocalDate.EPOCH);
            return new Kept(change.title().orElse(kept.title()), change.due().orElse(kept.due()));
        }

        @Post("/echo")
        Change echo(Change change) {
            return change;
        }
    }

    private final Weir weir = Weir.of(new Todos());

    private String patch(String target, String json) throws Exception {
        return weir.text(Request.of(Method.PATCH, target)
                .withHeader("Content-Type", MediaType.APPLICATION_JSON.toString())
                .withContent(json.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                   | absent absent absent absent",
                "{'title':null,'due':null}            | null null absent absent",
                "{'title':'','due':'2026-01-02'}      | '' 2026-01-02 absent absent",
                "{'numbers':[1,2]}                    | absent absent [1, 2] absent",
                "{'numbers':null,'address':null}      | absent absent null null",
                "{'address':{'city':'x'}}             | absent absent absent Address[city=x, street=absent]",
                "{'address':{'street':null}}          | absent absent absent Address[city=null, street=null]",
            },
            quoteCharacter = '"')
    void absentNullAndValueAreThreeStates(String json, String states) throws Exception {
        assertEquals("200 " + states.replace("''", ""), patch("/todo", json.replace('\'', '"')));
    }

    @Test
    void aChangeIsAppliedToWhatThereIs() throws Exception {
        assertEquals("200 {\"title\":\"old\",\"due\":null}", patch("/kept", "{\"due\":null}"));
        assertEquals("200 {\"title\":\"new\",\"due\":\"1970-01-01\"}", patch("/kept", "{\"title\":\"new\"}"));
    }

    @Test
    void aValueOfAnotherTypeIsToldWithItsPlace() throws Exception {
        String answer = patch("/todo", "{\"numbers\":[1,\"x\"]}");
        assertTrue(answer.startsWith("400 "), answer);
        assertTrue(answer.contains("\"#/numbers/1\""), answer);
        assertTrue(answer.contains("not-a-number"), answer);
    }

    @Test
    void whatIsWrittenIsTheValueOrNull() throws Exception {
        assertEquals(
                "200 {\"title\":\"a\",\"due\":null,\"numbers\":null,\"address\":null}",
                weir.post("/echo", "{\"title\":\"a\",\"due\":null}"));
    }

    @Test
    void statesAreEqualByWhatTheyHold() {
        assertEquals(Patched.of("a"), Patched.of("a"));
        assertEquals(Patched.of("a").hashCode(), Patched.of("a").hashCode());
        assertNotEquals(Patched.ofNull(), Patched.absent());
        assertEquals(Optional.empty(), Patched.ofNull().value());
        assertEquals("absent null a", Patched.absent() + " " + Patched.ofNull() + " " + Patched.of("a"));
    }

    @Test
    void whatIsGivenIsHandedOver() {
        List<Object> given = new ArrayList<>();
        Patched.absent().ifGiven(given::add);
        Patched.ofNull().ifGiven(given::add);
        Patched.of("a").ifGiven(given::add);
        assertEquals(java.util.Arrays.asList(null, "a"), given);
    }
}
