package dev.weir.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTextTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "plain text, äöü 🙂 | plain text, äöü 🙂",
                "<b a=\"1\" c='2'>&amp; | &lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;",
                "`a\nb\tc`          | `a\nb\tc`",
                "`a\0b\rc\u001bd`   | a\ufffdb\ufffdc\ufffdd",
                "a\u007fb\u0085c    | a\ufffdb\ufffdc",
            })
    void escapesMarkupAndReplacesWhatHtmlDoesNotAllow(String text, String expected) {
        assertEquals(expected, HtmlText.escape(text));
    }

    @ParameterizedTest
    @CsvSource({"'a\ud83db'", "'a\ude42b'"})
    void replacesLoneSurrogates(String text) {
        assertEquals("a\ufffdb", HtmlText.escape(text));
    }
}
