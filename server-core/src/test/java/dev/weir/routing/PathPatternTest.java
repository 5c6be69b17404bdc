package dev.weir.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathPatternTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"\" | to start with /",
                "a | to start with /",
                "{x} | to start with /",
                "/{ | a } for each {",
                "/{a | a } for each {",
                "/{a:[0-9]{2} | a } for each {",
                "/a} | a { before each }",
                "/{a}} | a { before each }",
                "/{} | a name of letters, digits, _ and - in {}",
                "/{a b} | a name of letters, digits, _ and - in {a b}",
                "/{1a} | a name of letters, digits, _ and - in {1a}",
                "/{*} | a name of letters, digits, _ and - in {}",
                "/{:a} | a name of letters, digits, _ and - in {}",
                "/{a}/{a} | each variable once, not {a} twice",
                "/{a}/{*a} | each variable once, not {a} twice",
                "/{a}{b} | one variable in a segment, not {a}{b}",
                "/x{a}-{b} | one variable in a segment, not x{a}-{b}",
                "/{*a}/b | {*a} only at the end",
                "/{*a}/ | {*a} only at the end",
                "/x{*a} | no text around {*a}",
                "/{*a}x | no text around {*a}",
                "/x{a:b} | no text around {a:b}",
                "/{a:} | a regular expression behind the colon, for a variable is never empty",
                "/. | no dot segment, for requests with one are refused",
                "/a/../b | no dot segment, for requests with one are refused",
                "/%2e%2E | no dot segment, for requests with one are refused",
                "/a?b | a path only, without query or fragment",
                "/a#b | a path only, without query or fragment",
                "/a?{b} | a path only, without query or fragment",
                "/100% | valid percent-encoding in 100% (a percent sign is %25)",
                "/%zz | valid percent-encoding in %zz (a percent sign is %25)",
                "/%ff | valid percent-encoding in %ff (a percent sign is %25)",
                "/%4{a} | valid percent-encoding in %4 (a percent sign is %25)"
            })
    void refusesMalformedPatternsAndSaysWhatIsExpected(String pattern, String expected) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> PathPattern.parse(pattern));
        assertEquals("path pattern: \"" + pattern + "\" (expected: " + expected + ")", refusal.getMessage());
    }

    @Test
    void refusesARegularExpressionThatDoesNotCompileAndNamesIt() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> PathPattern.parse("/{a:[0-9}"));
        assertTrue(refusal.getMessage().endsWith(" in [0-9)"), refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/ | /",
                "/a | /a",
                "/a/ | /a/",
                "// | //",
                "/%41 | /A",
                "/{id} | /{}",
                "/pre{id}suf | /pre{}suf",
                "/{id:[0-9]{1,3}} | /{:[0-9]{1,3}}",
                "/{id:a/b} | /{:a/b}",
                "/{id:\\{} | /{:\\{}",
                "/a/{*rest} | /a/{*}",
                "/{*rest} | /{*}"
            })
    void erasesNames(String pattern, String erased) {
        assertEquals(erased, PathPattern.parse(pattern).erased());
    }

    @Test
    void listsVariablesInOrder() {
        assertEquals(
                List.of("b", "a", "d-1", "c_"),
                PathPattern.parse("/{b}/x{a}/{d-1:.*}/{*c_}").variables());
    }

    @Test
    void knowsThatItTakesTheRest() {
        assertTrue(PathPattern.parse("/a/{*rest}").hasRest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a", "/{a}"})
    void knowsThatItDoesNotTakeTheRest(String pattern) {
        assertFalse(PathPattern.parse(pattern).hasRest());
    }

    @ParameterizedTest
    @CsvSource({"/api, /api/users", "/api/, /api/users", "/, /users", "'', /users", "/{v}, /{v}/users"})
    void standsBelowAPrefix(String prefix, String pattern) {
        assertEquals(pattern, PathPattern.parse("/users").under(prefix).toString());
    }

    @Test
    void refusesAPrefixThatTakesTheRest() {
        PathPattern users = PathPattern.parse("/users");
        assertThrows(IllegalArgumentException.class, () -> users.under("/{*rest}"));
    }

    @Test
    void refusesAPrefixWithAVariableOfTheSameName() {
        PathPattern user = PathPattern.parse("/{id}");
        assertThrows(IllegalArgumentException.class, () -> user.under("/{id}"));
    }

    @Test
    void refusesAPrefixWithoutASlashAtItsStart() {
        PathPattern users = PathPattern.parse("/users");
        assertThrows(IllegalArgumentException.class, () -> users.under("api"));
    }

    @Test
    void isEqualToThePatternOfTheSameText() {
        assertEquals(PathPattern.parse("/{a}"), PathPattern.parse("/{a}"));
    }

    @Test
    void differsFromThePatternOfOtherNames() {
        assertNotEquals(PathPattern.parse("/{a}"), PathPattern.parse("/{b}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/ | /",
                "/a/b | /a/b",
                "/a/ | /a/",
                "/users/{id} | /users/{id}",
                "/users/{id:[0-9]{1,9}}/x | /users/{id}/x",
                "/report-{year}.pdf | /report-{year}.pdf",
                "/files/{*rest} | /files/{rest}",
                "/caf\u00e9/{x} | /caf%C3%A9/{x}",
                "/a%7Bb%7D | /a%7Bb%7D"
            })
    void aTemplateHasVariablesByNameAlone(String pattern, String template) {
        assertEquals(template, PathPattern.parse(pattern).template());
    }

    @Test
    void tellsTheExpressionOfAVariable() {
        PathPattern pattern = PathPattern.parse("/{a}/{b:[0-9]{2}}/{*c}");

        assertEquals(Optional.of("[0-9]{2}"), pattern.expression("b"));
        assertEquals(Optional.empty(), pattern.expression("a"));
        assertEquals(Optional.empty(), pattern.expression("d"));
    }
}
