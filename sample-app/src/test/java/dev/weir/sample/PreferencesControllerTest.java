package dev.weir.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.HttpServer;
import dev.weir.controllers.Controllers;
import dev.weir.sample.PreferencesController.Preferences;
import dev.weir.testing.TestClient;
import dev.weir.testing.WeirExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PreferencesControllerTest {

    @RegisterExtension
    static final WeirExtension app =
            WeirExtension.inMemory(HttpServer.builder().routes(Controllers.of(new PreferencesController())));

    private static boolean hidesDone(TestClient visitor) {
        return visitor.get("/preferences")
                .send()
                .expect(200)
                .json(Preferences.class)
                .hidesDone();
    }

    @Test
    void keepsThemForOneVisitor(TestClient client) {
        TestClient visitor = client.keepingCookies();
        assertEquals(false, hidesDone(visitor));
        visitor.put("/preferences").json(new Preferences(true)).send().expect(204);
        assertEquals(true, hidesDone(visitor));
        assertEquals(false, hidesDone(client));
        visitor.put("/preferences").json(new Preferences(false)).send().expect(204);
        assertEquals(false, hidesDone(visitor));
    }

    @Test
    void believesNoCookieThatItHasNotSigned(TestClient client) {
        String cookie = client.put("/preferences")
                .json(new Preferences(true))
                .send()
                .header("Set-Cookie")
                .orElseThrow();
        assertTrue(cookie.contains("; HttpOnly") && cookie.contains("; Path=/preferences"), cookie);
        String pair = cookie.substring(0, cookie.indexOf(';'));
        for (String changed : new String[] {"preferences=hides-done", pair + "x", pair.replace("preferences", "x")}) {
            Preferences read = client.get("/preferences")
                    .header("Cookie", changed)
                    .send()
                    .expect(200)
                    .json(Preferences.class);
            assertEquals(new Preferences(false), read, changed);
        }
    }
}
