package dev.weir.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.http.SetCookie.SameSite;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetCookieTest {
    private static final SetCookie COOKIE = SetCookie.of("SID", "31d4d96e407aad42");

    @Test
    void writesNameAndValue() {
        assertEquals("SID=31d4d96e407aad42", COOKIE.toFieldValue());
        assertEquals("a=", SetCookie.of("a", "").toFieldValue());
        assertEquals("a=b=c", SetCookie.of("a", "b=c").toFieldValue());
        assertEquals("SID", COOKIE.name());
        assertEquals("31d4d96e407aad42", COOKIE.value());
    }

    // The first four are examples of RFC 6265 section 3.1.
    @Test
    void writesEachAttribute() {
        assertEquals(
                "SID=31d4d96e407aad42; Path=/; Domain=example.com",
                COOKIE.withPath("/").withDomain("example.com").toFieldValue());
        assertEquals(
                "SID=31d4d96e407aad42; Path=/; Secure; HttpOnly",
                COOKIE.withPath("/").secure().httpOnly().toFieldValue());
        assertEquals(
                "SID=31d4d96e407aad42; Expires=Wed, 09 Jun 2021 10:18:14 GMT",
                COOKIE.withExpires(Instant.parse("2021-06-09T10:18:14Z")).toFieldValue());
        assertEquals(
                "lang=; Expires=Sun, 06 Nov 1994 08:49:37 GMT",
                SetCookie.of("lang", "")
                        .withExpires(Instant.parse("1994-11-06T08:49:37Z"))
                        .toFieldValue());
        assertEquals(
                "SID=31d4d96e407aad42; Secure; Partitioned",
                COOKIE.partitioned().secure().toFieldValue());
    }

    @Test
    void writesAttributesInOneOrderHoweverSet() {
        SetCookie cookie = COOKIE.partitioned()
                .withSameSite(SameSite.STRICT)
                .httpOnly()
                .secure()
                .withExpires(Instant.EPOCH)
                .withMaxAge(Duration.ofHours(1))
                .withDomain("example.com")
                .withPath("/a");
        assertEquals(
                "SID=31d4d96e407aad42; Path=/a; Domain=example.com; Max-Age=3600; "
                        + "Expires=Thu, 01 Jan 1970 00:00:00 GMT; Secure; HttpOnly; SameSite=Strict; Partitioned",
                cookie.toFieldValue());
    }

    @ParameterizedTest
    @CsvSource({"STRICT, Strict", "LAX, Lax", "NONE, None"})
    void writesSameSite(SameSite sameSite, String text) {
        assertEquals(
                "a=b; Secure; SameSite=" + text,
                SetCookie.of("a", "b").secure().withSameSite(sameSite).toFieldValue());
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0", "PT1S, 1", "PT0.001S, 1", "PT1.999S, 2", "PT1H, 3600", "P400D, 34560000"})
    void writesMaxAgeInSecondsRoundedUp(Duration maxAge, String seconds) {
        assertEquals(
                "a=b; Max-Age=" + seconds,
                SetCookie.of("a", "b").withMaxAge(maxAge).toFieldValue());
    }

    @Test
    void refusesNegativeMaxAge() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> COOKIE.withMaxAge(Duration.ofSeconds(-1)));
        assertEquals("Max-Age: PT-1S (expected: zero or more)", e.getMessage());
    }

    @Test
    void settingAgainReplaces() {
        assertEquals(
                "SID=31d4d96e407aad42; Path=/b",
                COOKIE.withPath("/a").withPath("/b").toFieldValue());
    }

    @Test
    void withLeavesTheOriginalAsItWas() {
        COOKIE.withPath("/").secure();
        assertEquals("SID=31d4d96e407aad42", COOKIE.toFieldValue());
    }

    @Test
    void deleteExpiresTheCookie() {
        assertEquals(
                "SID=; Path=/a; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
                SetCookie.delete("SID").withPath("/a").toFieldValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a=b", "a;b", "a\r\n", "[a]", "é"})
    void refusesNamesThatAreNoTokens(String name) {
        assertThrows(IllegalArgumentException.class, () -> SetCookie.of(name, "b"));
    }

    @Test
    void valuesAreCookieOctets() {
        for (char c = 0; c < 0x120; c++) {
            String value = "a" + c;
            if (c > ' ' && c < 0x7F && "\",;\\".indexOf(c) < 0) {
                assertEquals("n=" + value, SetCookie.of("n", value).toFieldValue());
            } else {
                assertThrows(IllegalArgumentException.class, () -> SetCookie.of("n", value), "character " + (int) c);
            }
        }
    }

    @Test
    void refusalOfAValueKeepsItSecret() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> SetCookie.of("n", "secret;"));
        assertEquals(
                "cookie value of n: character 59 at index 6 (expected: visible ASCII without \" , ; \\)",
                e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a/b", "/a;Domain=x", "/a\r\nX: y", "/\u007F", "/é"})
    void refusesPathsThatCannotBeSent(String path) {
        assertThrows(IllegalArgumentException.class, () -> COOKIE.withPath(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a;Secure", "a\n", "ä.example"})
    void refusesDomainsThatCannotBeSent(String domain) {
        assertThrows(IllegalArgumentException.class, () -> COOKIE.withDomain(domain));
    }

    private static void assertRefused(String expectation, SetCookie cookie) {
        IllegalStateException e = assertThrows(IllegalStateException.class, cookie::toFieldValue);
        assertEquals("cookie: " + cookie.name() + " (expected: " + expectation + ")", e.getMessage());
    }

    @Test
    void crossSiteAndPartitionedCookiesHaveToBeSecure() {
        assertRefused("Secure for SameSite=None", COOKIE.withSameSite(SameSite.NONE));
        assertRefused("Secure for Partitioned", COOKIE.partitioned());
    }

    @ParameterizedTest
    @ValueSource(strings = {"__Secure-a", "__secure-a", "__SECURE-"})
    void prefixSecureDemandsSecure(String name) {
        assertRefused("Secure for the prefix __Secure-", SetCookie.of(name, "b"));
        assertEquals(name + "=b; Secure", SetCookie.of(name, "b").secure().toFieldValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"__Host-a", "__host-a", "__HOST-"})
    void prefixHostDemandsSecureAndTheRootPathAndNoDomain(String name) {
        SetCookie cookie = SetCookie.of(name, "b");
        assertRefused("Path=/ for the prefix __Host-", cookie.secure());
        assertRefused("Path=/ for the prefix __Host-", cookie.secure().withPath("/a"));
        assertRefused("Secure for the prefix __Host-", cookie.withPath("/"));
        assertRefused(
                "no Domain for the prefix __Host-",
                cookie.secure().withPath("/").withDomain("example.com"));
        assertEquals(name + "=b; Path=/; Secure", cookie.secure().withPath("/").toFieldValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"__Http-a", "__http-a"})
    void prefixHttpDemandsSecureAndHttpOnly(String name) {
        SetCookie cookie = SetCookie.of(name, "b");
        assertRefused("Secure for the prefix __Http-", cookie.httpOnly());
        assertRefused("HttpOnly for the prefix __Http-", cookie.secure());
        assertEquals(name + "=b; Secure; HttpOnly", cookie.secure().httpOnly().toFieldValue());
    }

    @Test
    void prefixHostHttpDemandsWhatBothDo() {
        SetCookie cookie = SetCookie.of("__Host-Http-a", "b");
        assertRefused("Path=/ for the prefix __Host-", cookie.secure().httpOnly());
        assertRefused("HttpOnly for the prefix __Http-", cookie.secure().withPath("/"));
        assertEquals(
                "__Host-Http-a=b; Path=/; Secure; HttpOnly",
                cookie.secure().httpOnly().withPath("/").toFieldValue());
    }

    @Test
    void refusesMoreThanClientsKeep() {
        assertEquals(4097, SetCookie.of("name", "v".repeat(4092)).toFieldValue().length());
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> SetCookie.of("name", "v".repeat(4093)));
        assertEquals("cookie name: 4097 octets of name and value (expected: 4096 or less)", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> SetCookie.of("n".repeat(4097), ""));
    }

    @Test
    void refusesAttributesThatClientsIgnore() {
        assertTrue(COOKIE.withPath("/".repeat(1024)).toFieldValue().endsWith("; Path=" + "/".repeat(1024)));
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> COOKIE.withPath("/".repeat(1025)));
        assertEquals("Path: 1025 octets (expected: 1024 or less)", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> COOKIE.withDomain("d".repeat(1025)));
    }

    @Test
    void namesThatOnlyResembleAPrefixAreFree() {
        assertEquals("__Hosta=b", SetCookie.of("__Hosta", "b").toFieldValue());
        assertEquals("a__Secure-=b", SetCookie.of("a__Secure-", "b").toFieldValue());
    }

    @Test
    void cookiesWithTheSameAttributesAreEqual() {
        assertEquals(COOKIE.secure().httpOnly(), COOKIE.httpOnly().secure());
        assertEquals(
                COOKIE.secure().httpOnly().hashCode(),
                COOKIE.httpOnly().secure().hashCode());
        assertNotEquals(COOKIE, COOKIE.secure());
        assertNotEquals(COOKIE, SetCookie.of("SID", "other"));
        assertNotEquals(COOKIE, SetCookie.of("sid", COOKIE.value()));
    }

    @Test
    void toStringKeepsTheValueSecret() {
        assertFalse(COOKIE.secure().toString().contains(COOKIE.value()));
    }
}
