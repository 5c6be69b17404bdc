package dev.weir.cookies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.HttpServer;
import dev.weir.RawClient;
import dev.weir.http.Cookie;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.SetCookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedCookiesTest {

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06.7Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final SigningKey OLD = key("old", 1);
    private static final SigningKey NEW = key("new", 2);
    private static final SignedCookies COOKIES = SignedCookies.with(NEW).withClock(InstantSource.fixed(NOW));

    @ParameterizedTest
    @ValueSource(strings = {"ada", "", "a b;c=\"d\", \\ é 🌊", "a.b.c.d", "\r\nSet-Cookie: x=y"})
    void readsBackAnyTextThatItSigned(String value) {
        assertEquals(Optional.of(value), read(COOKIES, COOKIES.sign("user", value, HOUR)));
    }

    @Test
    void isKeptAsLongAsItIsGood() {
        SetCookie cookie = COOKIES.sign("user", "ada", Duration.ofMinutes(1));
        assertTrue(cookie.toFieldValue().endsWith("; Max-Age=60"), cookie.toFieldValue());
        assertEquals(cookie.value(), COOKIES.signedValue("user", "ada", Duration.ofMinutes(1)));
    }

    @Test
    void tellsItsPartsByDots() {
        String[] parts = COOKIES.signedValue("user", "ada", HOUR).split("\\.");
        assertEquals(4, parts.length);
        assertEquals("YWRh", parts[0]);
        assertEquals(Long.toString(NOW.getEpochSecond() + 3601), parts[1]);
        assertEquals("new", parts[2]);
        assertEquals(43, parts[3].length());
    }

    @Test
    void theSignatureIsThatOfRfc2104OverPurposeNameKeyEndAndValue() throws Exception {
        String value = COOKIES.signedValue("user", "ada", HOUR);
        Mac mac = Mac.getInstance("HmacSHA256");
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) 2);
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        String end = Long.toString(NOW.getEpochSecond() + 3601);
        byte[] expected =
                mac.doFinal(("weir signed cookie 1\nuser\nnew\n" + end + "\nYWRh").getBytes(StandardCharsets.UTF_8));
        assertEquals(
                "YWRh." + end + ".new."
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(expected),
                value);
    }

    @Test
    void noChangedCharacterPasses() {
        String value = COOKIES.signedValue("user", "ada", HOUR);
        for (int i = 0; i < value.length(); i++) {
            for (char c : "A0._-".toCharArray()) {
                String changed = value.substring(0, i) + c + value.substring(i + 1);
                if (!changed.equals(value)) {
                    assertEquals(Optional.empty(), COOKIES.read(new Cookie("user", changed)), changed);
                }
            }
        }
    }

    @Test
    void noPartOfItPasses() {
        String value = COOKIES.signedValue("user", "ada", HOUR);
        for (int i = 0; i < value.length(); i++) {
            assertEquals(Optional.empty(), COOKIES.read(new Cookie("user", value.substring(0, i))));
            assertEquals(Optional.empty(), COOKIES.read(new Cookie("user", value.substring(i + 1))));
        }
        for (String more : new String[] {"=", "A", ".", ".A", " "}) {
            assertEquals(Optional.empty(), COOKIES.read(new Cookie("user", value + more)));
        }
    }

    @Test
    void aValueCannotBeMovedToAnotherName() {
        String value = COOKIES.signedValue("user", "ada", HOUR);
        assertEquals(Optional.empty(), COOKIES.read(new Cookie("admin", value)));
        assertEquals(Optional.empty(), COOKIES.read(new Cookie("User", value)));
    }

    @Test
    void partsCannotBeMovedIntoEachOther() {
        String[] parts = COOKIES.signedValue("user", "ada", HOUR).split("\\.");
        String moved = "YWRh1." + parts[1].substring(1) + "." + parts[2] + "." + parts[3];
        assertEquals(Optional.empty(), COOKIES.read(new Cookie("user", moved)));
    }

    @Test
    void isReadUntilItExpires() {
        SetCookie cookie = COOKIES.sign("user", "ada", HOUR);
        Instant end = Instant.ofEpochSecond(NOW.getEpochSecond() + 3601);

        assertEquals(Optional.of("ada"), read(at(end.minusMillis(1)), cookie));
        assertEquals(Optional.empty(), read(at(end), cookie));
        assertEquals(Optional.empty(), read(at(end.plus(Duration.ofDays(400))), cookie));
    }

    private static SignedCookies at(Instant instant) {
        return COOKIES.withClock(InstantSource.fixed(instant));
    }

    @Test
    void theFirstKeySignsAndAllAreRead() {
        SignedCookies before = SignedCookies.with(OLD);
        SignedCookies during = SignedCookies.with(NEW).withFormer(OLD);
        SignedCookies after = SignedCookies.with(NEW);
        SetCookie signedBefore = before.sign("user", "ada", HOUR);
        SetCookie signedDuring = during.sign("user", "ada", HOUR);

        assertEquals(Optional.of("ada"), read(during, signedBefore));
        assertEquals(Optional.empty(), read(after, signedBefore));
        assertEquals(Optional.of("ada"), read(after, signedDuring));
        assertEquals(Optional.empty(), read(before, signedDuring));
    }

    @Test
    void aKeyOfTheSameIdAndAnotherSecretDoesNotVerify() {
        SignedCookies other = SignedCookies.with(key("new", 3));
        assertEquals(Optional.empty(), read(other, COOKIES.sign("user", "ada", HOUR)));
    }

    @Test
    void theIdOfAnotherKeyDoesNotMakeItVerify() {
        SignedCookies both = COOKIES.withFormer(OLD);
        String value = both.signedValue("user", "ada", HOUR).replace(".new.", ".old.");
        assertEquals(Optional.empty(), both.read(new Cookie("user", value)));
    }

    @Test
    void readsTheFirstGoodOneAmongOthersOfItsName() {
        String value = COOKIES.signedValue("user", "ada", HOUR);
        Request request =
                Request.get("/").withHeader("Cookie", "user=planted; other=1; user=" + value + "; user=later");
        assertEquals(Optional.of("ada"), COOKIES.read(request, "user"));
        assertEquals(Optional.empty(), COOKIES.read(request, "other"));
        assertEquals(Optional.empty(), COOKIES.read(request, "none"));
    }

    @Test
    void refusesShortSecretsAndSaysHowLongTheyHaveToBe() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> SigningKey.of("2026", new byte[31]));
        assertEquals(
                "secret of signing key 2026: 31 octets (expected: 32 or more, from a random generator)",
                e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "a b", "é", "a\n"})
    void refusesIdsThatCannotBeSent(String id) {
        assertThrows(IllegalArgumentException.class, () -> SigningKey.of(id, new byte[32]));
    }

    @Test
    void refusesTwoKeysOfOneId() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> COOKIES.withFormer(key("new", 9)));
        assertEquals("signing key new: twice (expected: another id)", e.getMessage());
    }

    @Test
    void refusesWhatCannotBeSentWithoutRepeatingIt() {
        for (Duration validity : new Duration[] {Duration.ZERO, Duration.ofSeconds(-1)}) {
            assertThrows(IllegalArgumentException.class, () -> COOKIES.sign("user", "ada", validity));
        }
        assertThrows(IllegalArgumentException.class, () -> COOKIES.sign("a b", "ada", HOUR));
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> COOKIES.sign("user", "secret".repeat(1000), HOUR));
        assertFalse(e.getMessage().contains("secret"), e.getMessage());
        assertTrue(e.getMessage().contains("(expected: 4096 or less)"), e.getMessage());
    }

    @Test
    void textsHideSecretsAndValues() {
        assertEquals("SigningKey[id=new]", NEW.toString());
        assertEquals("SignedCookies[new]", COOKIES.toString());
        assertEquals(
                "SignedValue[keyId=new]", SignedValue.of("user", "ada", 1, NEW).toString());
    }

    @Test
    void aKeyIsNotChangedByWhoeverMadeIt() {
        byte[] secret = new byte[32];
        SignedCookies cookies = SignedCookies.with(SigningKey.of("a", secret));
        SetCookie signed = cookies.sign("user", "ada", HOUR);
        Arrays.fill(secret, (byte) 1);
        assertEquals(Optional.of("ada"), read(cookies, signed));
    }

    @Test
    void randomKeysDiffer() {
        assertNotEquals(
                SignedCookies.with(SigningKey.random("a"))
                        .withClock(InstantSource.fixed(NOW))
                        .signedValue("n", "v", HOUR),
                SignedCookies.with(SigningKey.random("a"))
                        .withClock(InstantSource.fixed(NOW))
                        .signedValue("n", "v", HOUR));
    }

    @Test
    void goesOverAConnectionAndBack() throws Exception {
        SignedCookies cookies = SignedCookies.with(SigningKey.random("a"));
        try (HttpServer server = HttpServer.builder()
                        .host("127.0.0.1")
                        .post("/", request -> Response.noContent()
                                .withCookie(cookies.sign("__Host-user", "Ada Lovelace", HOUR)
                                        .withPath("/")
                                        .secure()
                                        .httpOnly()))
                        .get(
                                "/",
                                request -> Response.text(
                                        cookies.read(request, "__Host-user").orElse("nobody")))
                        .start();
                RawClient client = RawClient.to(server)) {
            String field = client.send(RawClient.request("POST", "/"))
                    .read()
                    .field("Set-Cookie")
                    .orElseThrow();
            String cookie = field.substring(0, field.indexOf(';'));
            assertEquals(
                    "Ada Lovelace", client.get("/", "Cookie: " + cookie).read().content());
            assertEquals(
                    "nobody", client.get("/", "Cookie: " + cookie + "x").read().content());
            assertEquals("nobody", client.get("/").read().content());
        }
    }

    private static Optional<String> read(SignedCookies cookies, SetCookie cookie) {
        return cookies.read(new Cookie(cookie.name(), cookie.value()));
    }

    private static SigningKey key(String id, int octet) {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) octet);
        return SigningKey.of(id, secret);
    }
}
