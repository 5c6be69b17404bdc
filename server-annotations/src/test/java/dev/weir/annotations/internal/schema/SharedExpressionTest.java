package dev.weir.annotations.internal.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedExpressionTest {

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "",
                "[a-z]+",
                "[A-Za-z0-9_.-]{1,64}",
                "\\d{4}-\\d{2}",
                "(?:a|b)*?c??",
                "(a)\\1",
                "a(?=b)(?!c)(?<=d)(?<!e)(?<name>f)",
                "[^\\]\\-\\\\]",
                "[a&b^]",
                "\\p{L}\\P{Nd}",
                "\\u00e4\\x41\\.\\/\\$^$",
                "ä.🙂",
            })
    void bothLanguagesHaveIt(String expression) {
        assertEquals(expression, Pattern.compile(expression).pattern());
        assertTrue(SharedExpression.isShared(expression));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "a++",
                "a*+",
                "a?+",
                "a{2}+",
                "(?i)a",
                "(?i:a)",
                "(?>a)",
                "\\Aa\\z",
                "a\\Z",
                "\\Q.\\E",
                "\\h",
                "\\R",
                "\\p{Alpha}",
                "\\p{IsLatin}",
                "\\p{javaLowerCase}",
                "\\pL",
                "[a-z&&[^b]]",
                "[a[b]]",
                "[a&&b]",
                "[]a]",
                "a]",
                "a}",
                "\\-",
                "\\@",
                "\\e",
                "\\07",
                "\\x{1F642}",
                "\\v",
                "\\N{DIGIT ONE}",
            })
    void onlyJavaHasIt(String expression) {
        assertEquals(expression, Pattern.compile(expression).pattern());
        assertFalse(SharedExpression.isShared(expression));
    }
}
