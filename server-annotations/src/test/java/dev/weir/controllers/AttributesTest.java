package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weir.annotations.Attribute;
import dev.weir.annotations.Controller;
import dev.weir.annotations.Get;
import dev.weir.annotations.Params;
import dev.weir.http.Request;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What filters leave for the methods of controllers. */
class AttributesTest {

    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE_USE)
    @interface Nullable {}

    record User(String name) {}

    record Who(
            @Attribute("current-user") User user, @Attribute Optional<Integer> level) {}

    @Controller
    static final class Users {

        @Get("/me")
        String me(@Attribute("current-user") User user) {
            return user.name();
        }

        @Get("/level")
        String level(@Attribute int level) {
            return "" + level;
        }

        @Get("/roles")
        String roles(@Attribute List<String> roles) {
            return roles.toString();
        }

        @Get("/perhaps")
        String perhaps(@Attribute Optional<User> user) {
            return user.toString();
        }

        @Get("/null")
        String orNull(@Attribute @Nullable User user) {
            return String.valueOf(user);
        }

        @Get("/who")
        String who(@Params Who who) {
            return who.toString();
        }
    }

    private static final User ADA = new User("ada");

    private final Weir weir = Weir.of(new Users());

    @Test
    void givesWhatAFilterLeft() throws Exception {
        assertEquals("200 ada", weir.text(Request.get("/me").withAttribute("current-user", ADA)));
        assertEquals("200 3", weir.text(Request.get("/level").withAttribute("level", 3)));
        assertEquals("200 [a]", weir.text(Request.get("/roles").withAttribute("roles", List.of("a"))));
        assertEquals(
                "200 Optional[User[name=ada]]",
                weir.text(Request.get("/perhaps").withAttribute("user", ADA)));
        assertEquals("200 User[name=ada]", weir.text(Request.get("/null").withAttribute("user", ADA)));
    }

    @Test
    void givesItToComponentsOfRecords() throws Exception {
        assertEquals(
                "200 Who[user=User[name=ada], level=Optional.empty]",
                weir.text(Request.get("/who").withAttribute("current-user", ADA)));
    }

    @Test
    void mayBeMissingWhereThatIsDeclared() throws Exception {
        assertEquals("200 Optional.empty", weir.get("/perhaps"));
        assertEquals("200 null", weir.get("/null"));
    }

    @Test
    void tellsTheLogWhichAttributeIsMissing() {
        IllegalStateException fault = assertThrows(IllegalStateException.class, () -> weir.get("/me"));
        assertEquals(
                "request attribute \"current-user\": missing (expected: a " + User.class.getName()
                        + " that a filter leaves with request.withAttribute, for Users.me(User))",
                fault.getMessage());
    }

    @Test
    void doesNotConvert() {
        Request request = Request.get("/perhaps").withAttribute("user", "ada");
        IllegalStateException fault = assertThrows(IllegalStateException.class, () -> weir.text(request));
        assertEquals(
                "request attribute \"user\": a java.lang.String (expected: a " + User.class.getName() + ")",
                fault.getMessage());
    }
}
