package dev.weir.representation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"xyzzy\"", "W/\"xyzzy\"", "W/\"\"", "\"a,b\"", "\"\u00e9\"", "\"W/\"", "\"\\\""})
    void writesWhatItReads(String text) {
        assertEquals(text, EntityTag.parse(text).orElseThrow().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "xyzzy",
                "\"",
                "\"a",
                "a\"",
                "w/\"a\"",
                "W/a",
                "W /\"a\"",
                "\"a\"b",
                "\"a b\"",
                "\"a\"\"",
                "*",
                "\"\t\"",
                "\"\u0100\"",
                "\"\u007f\"",
                " \"a\"",
                "\"a\" "
            })
    void refusesWhatIsNoTag(String text) {
        assertEquals(Optional.empty(), EntityTag.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\"b", "a b", "\r\n", "\u007f", "\u0100"})
    void isNotMadeOfWhatCannotBeWritten(String opaque) {
        assertThrows(IllegalArgumentException.class, () -> EntityTag.strong(opaque));
    }

    // The table of RFC 9110 section 8.8.3.2.
    @Test
    void comparesStronglyAndWeakly() {
        EntityTag weakOne = EntityTag.weak("1");
        EntityTag weakTwo = EntityTag.weak("2");
        EntityTag one = EntityTag.strong("1");
        assertFalse(weakOne.matchesStrongly(EntityTag.weak("1")));
        assertTrue(weakOne.matchesWeakly(EntityTag.weak("1")));
        assertFalse(weakOne.matchesStrongly(weakTwo));
        assertFalse(weakOne.matchesWeakly(weakTwo));
        assertFalse(weakOne.matchesStrongly(one));
        assertFalse(one.matchesStrongly(weakOne));
        assertTrue(weakOne.matchesWeakly(one));
        assertTrue(one.matchesStrongly(EntityTag.strong("1")));
        assertTrue(one.matchesWeakly(EntityTag.strong("1")));
    }

    @Test
    void ofContentChangesWithTheContent() {
        EntityTag tag = EntityTag.ofContent(new byte[] {1});
        assertEquals(tag, EntityTag.ofContent(new byte[] {1}));
        assertNotEquals(tag, EntityTag.ofContent(new byte[] {2}));
        assertFalse(tag.isWeak());
    }

    @Test
    void ofDigestWantsEnoughOfIt() {
        assertThrows(IllegalArgumentException.class, () -> EntityTag.ofDigest(new byte[15]));
    }

    @Test
    void aListHoldsAllTagsOfAllLines() {
        TagList list = TagList.parse(List.of(" \"a\",W/\"b\" , ,\"c,d\"", "\"e\""));
        assertEquals(TagList.Kind.TAGS, list.kind());
        assertEquals(
                List.of("\"a\"", "W/\"b\"", "\"c,d\"", "\"e\""),
                list.tags().stream().map(EntityTag::toString).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\"a\" \"b\"", "\"a\",b", "*,\"a\"", "\"a\",*", "w/\"a\"", "\"a"})
    void aListThatCannotBeReadIsMalformed(String text) {
        assertEquals(TagList.Kind.MALFORMED, TagList.parse(List.of(text)).kind());
    }

    @Test
    void anAsteriskStandsAlone() {
        assertEquals(TagList.Kind.ANY, TagList.parse(List.of("*")).kind());
        assertEquals(TagList.Kind.MALFORMED, TagList.parse(List.of("*", "*")).kind());
    }
}
