package dev.weir.cookies;

import dev.weir.http.Cookie;
import dev.weir.http.Request;
import dev.weir.http.SetCookie;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Writes cookies with a signature, and reads only those whose signature is right and whose time is not over. A signature
 * is of one name and one time: a value can't be moved to another cookie, nor made to last.
 *
 * <p>To change the key, put the new one in front and keep the old one as a former: what it has signed is read until it
 * expires, then the old key can go. Where several servers share the work, give all of them the new key as a former first.
 */
public final class SignedCookies {

    /** The cookie of that name as it may be at the most; longer ones were not signed here. */
    private static final int LONGEST = 4096;

    /** By id, in the order they were given; the first signs. Never changed. */
    private final Map<String, SigningKey> keys;

    private final SigningKey current;
    private final InstantSource clock;

    private SignedCookies(SigningKey current, Map<String, SigningKey> keys, InstantSource clock) {
        this.current = current;
        this.keys = keys;
        this.clock = clock;
    }

    /** Signs and reads with that key. */
    public static SignedCookies with(SigningKey key) {
        return new SignedCookies(key, Map.of(key.id(), key), InstantSource.system());
    }

    /**
     * The same, reading what was signed with that key too.
     *
     * @throws IllegalArgumentException if there is a key of that id already
     */
    public SignedCookies withFormer(SigningKey key) {
        Map<String, SigningKey> more = new LinkedHashMap<>(keys);
        if (more.putIfAbsent(key.id(), key) != null) {
            throw new IllegalArgumentException("signing key " + key.id() + ": twice (expected: another id)");
        }
        return new SignedCookies(current, more, clock);
    }

    /** The same with another clock, for tests. */
    public SignedCookies withClock(InstantSource other) {
        return new SignedCookies(current, keys, Objects.requireNonNull(other, "clock"));
    }

    /**
     * A cookie with that value, kept by the client for as long as it is good.
     *
     * @param value any text
     * @param validity how long it is good, rounded up to whole seconds
     * @throws IllegalArgumentException if the name is no token, the validity is not positive, or the cookie would be longer
     *     than clients keep; the texts do not repeat the value
     */
    public SetCookie sign(String name, String value, Duration validity) {
        return SetCookie.of(name, signedValue(name, value, validity)).withMaxAge(validity);
    }

    /** The value alone as {@link #sign} writes it, for a cookie that the client is to forget at the end of its session. */
    public String signedValue(String name, String value, Duration validity) {
        if (validity.isNegative() || validity.isZero()) {
            throw new IllegalArgumentException("validity: " + validity + " (expected: more than zero)");
        }
        long end = clock.instant().plus(validity).plusNanos(999_999_999).getEpochSecond();
        return SignedValue.of(name, value, end, current).text();
    }

    /**
     * The value of a cookie of the request that is signed and still good; of several such cookies, the first's. Empty
     * for anything else, whatever is wrong with it.
     */
    public Optional<String> read(Request request, String name) {
        for (Cookie cookie : request.cookies()) {
            if (cookie.name().equals(name)) {
                Optional<String> value = read(cookie);
                if (value.isPresent()) {
                    return value;
                }
            }
        }
        return Optional.empty();
    }

    /** The value of that cookie if it is signed and still good. */
    public Optional<String> read(Cookie cookie) {
        if (cookie.value().length() > LONGEST) {
            return Optional.empty();
        }
        return SignedValue.parse(cookie.value())
                .filter(signed -> isSigned(signed, cookie.name()))
                .filter(signed -> signed.endSecond() > clock.instant().getEpochSecond())
                .map(SignedValue::value);
    }

    private boolean isSigned(SignedValue signed, String name) {
        SigningKey key = keys.get(signed.keyId());
        return key != null && signed.isSignedBy(key, name);
    }

    /** The ids of the keys. */
    @Override
    public String toString() {
        return "SignedCookies" + keys.keySet();
    }
}
