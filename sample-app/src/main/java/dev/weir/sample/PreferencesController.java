package dev.weir.sample;

import dev.weir.annotations.Body;
import dev.weir.annotations.Controller;
import dev.weir.annotations.Get;
import dev.weir.annotations.Put;
import dev.weir.cookies.SignedCookies;
import dev.weir.cookies.SigningKey;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.SetCookie;
import java.time.Duration;
import java.util.Optional;

/**
 * How a visitor wants to see the page, kept in a cookie of theirs. It is signed, so what comes back is what was sent; by a
 * key of this process, so that it is forgotten with a restart.
 */
@Controller("/preferences")
final class PreferencesController {

    private static final String COOKIE = "preferences";
    private static final String HIDES_DONE = "hides-done";
    private static final Duration VALIDITY = Duration.ofDays(365);

    private final SignedCookies cookies = SignedCookies.with(SigningKey.random("process"));

    /**
     * What a visitor prefers.
     *
     * @param hidesDone whether to-dos that are done are out of sight
     */
    record Preferences(boolean hidesDone) {}

    @Get
    Preferences read(Request request) {
        return new Preferences(cookies.read(request, COOKIE).equals(Optional.of(HIDES_DONE)));
    }

    @Put
    Response keep(@Body Preferences preferences) {
        SetCookie cookie =
                preferences.hidesDone() ? cookies.sign(COOKIE, HIDES_DONE, VALIDITY) : SetCookie.delete(COOKIE);
        return Response.noContent().withCookie(cookie.withPath("/preferences").httpOnly());
    }
}
