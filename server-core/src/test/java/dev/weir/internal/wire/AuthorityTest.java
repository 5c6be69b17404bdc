package dev.weir.internal.wire;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorityTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::",
                "::1",
                "1::",
                "1:2:3:4:5:6:7:8",
                "2001:DB8:0:0:8:800:200C:417A",
                "2001:db8::8:800:200c:417a",
                "1::8",
                "1:2:3:4:5:6:7::",
                "::2:3:4:5:6:7:8",
                "1:2:3::5:6:7:8",
                "::ffff:192.0.2.1",
                "::192.0.2.1",
                "64:ff9b::0.0.0.0",
                "1:2:3:4:5:6:255.255.255.255",
                "1:2:3:4:5::255.255.255.255",
                "fe80::1",
                "0000:0000:0000:0000:0000:0000:0000:0000"
            })
    void acceptsIpv6(String address) {
        assertTrue(Authority.isIpv6(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                ":::",
                "1",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "::1:2:3:4:5:6:7:8",
                "1:2:3:4::5:6:7:8",
                "1::2::3",
                ":1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:",
                "1:::2",
                "::1:",
                ":1::",
                "12345::",
                "g::",
                "-1::",
                "::1%eth0",
                "::1%25eth0",
                " ::1",
                "::1 ",
                "1.2.3.4",
                "::1.2.3",
                "::1.2.3.4.5",
                "::256.0.0.1",
                "::01.2.3.4",
                "::1.2.3.",
                "::1.2.3.+4",
                "::1.2.3.4:1",
                "1.2.3.4::",
                "1:2:3:4:5:6:7:1.2.3.4",
                "1:2:3:4:5:6::255.255.255.255",
                "\u0661::"
            })
    void refusesWhatIsNoIpv6(String address) {
        assertFalse(Authority.isIpv6(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "A.b",
                "a:",
                "a:0",
                "a:65535",
                "a:00080",
                ":80",
                ":",
                "a-b_c~d.",
                "!$&'()*+;=",
                "%20%fF",
                "1.2.3.4:80",
                "[::1]",
                "[::1]:",
                "[::1]:443"
            })
    void acceptsHostAndPort(String text) {
        assertTrue(Authority.isValid(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a:b",
                "a:65536",
                "a:99999999999999999999",
                "a:-1",
                "a:+1",
                "a: 1",
                "a:1 ",
                "a b",
                "a,b",
                "a/",
                "a?",
                "a#",
                "u@a",
                "a\\",
                "%",
                "%2",
                "%2g",
                "a%",
                "[",
                "]",
                "[]",
                "[::1",
                "::1]",
                "[::1]a",
                "[::1]80",
                "[[::1]]",
                "[v1.a]",
                "[1.2.3.4]",
                "\u00e9",
                "\u0141",
                "a\u0000",
                "a:\u0661"
            })
    void refusesWhatIsNoHostAndPort(String text) {
        assertFalse(Authority.isValid(text));
    }
}
