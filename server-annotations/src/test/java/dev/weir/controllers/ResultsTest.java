package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.annotations.Controller;
import dev.weir.annotations.Delete;
import dev.weir.annotations.Get;
import dev.weir.annotations.Post;
import dev.weir.annotations.Produces;
import dev.weir.annotations.Status;
import dev.weir.http.HttpException;
import dev.weir.http.Method;
import dev.weir.http.Request;
import dev.weir.http.Response;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ResultsTest {

    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface Nullable {}

    record Todo(long id, String title, LocalDate due) {}

    static final class Bad {
        public String getName() {
            throw new IllegalStateException("broken getter");
        }
    }

    /** Declares nothing that JSON would know as a member. */
    interface Animal {}

    record Cat(String name) implements Animal {}

    interface Shape {
        @Get("/inherited")
        @Status(202)
        String shape();
    }

    @Controller
    static final class Results implements Shape {
        private static final Todo SAMPLE = new Todo(1, "ä", LocalDate.of(2026, 1, 2));

        @Get("/record")
        Todo record() {
            return SAMPLE;
        }

        @Get("/animal")
        Animal animal() {
            return new Cat("Tom");
        }

        @Get("/list")
        List<Todo> list() {
            return List.of(SAMPLE);
        }

        @Get("/map")
        Map<String, Integer> map() {
            return Map.of("a", 1);
        }

        @Get("/number")
        int number() {
            return 5;
        }

        @Get("/text")
        String text() {
            return "ä";
        }

        @Get("/latin")
        @Produces("text/plain;charset=ISO-8859-1")
        String latin() {
            return "ä";
        }

        @Get("/html")
        @Produces("text/html")
        String html() {
            return "<p>";
        }

        @Get("/octets")
        byte[] octets() {
            return new byte[] {1, 2};
        }

        @Get("/image")
        @Produces("image/png")
        byte[] image() {
            return new byte[] {1};
        }

        @Get("/hal")
        @Produces("application/hal+json")
        Todo hal() {
            return SAMPLE;
        }

        @Delete("/nothing")
        void nothing() {}

        @Post("/nothing")
        @Status(202)
        void accepted() {}

        @Post("/created")
        @Status(201)
        Todo created() {
            return SAMPLE;
        }

        @Get("/empty")
        Optional<Todo> empty() {
            return Optional.empty();
        }

        @Get("/present")
        Optional<String> present() {
            return Optional.of("here");
        }

        @Get("/null")
        Todo nothingAtAll() {
            return null;
        }

        @Get("/nullable")
        @Nullable
        Todo nullable() {
            return null;
        }

        @Get("/response")
        Response response() {
            return Response.seeOther("/x");
        }

        @Get("/bad")
        Bad bad() {
            return new Bad();
        }

        @Get("/http")
        String http() {
            throw new HttpException(dev.weir.http.Status.CONFLICT);
        }

        @Get("/io")
        String io() throws IOException {
            throw new IOException("as thrown");
        }

        @Override
        public String shape() {
            return "inherited";
        }
    }

    private final Weir weir = Weir.of(new Results());

    private Response response(String target) throws Exception {
        return weir.handle(Request.get(target));
    }

    private void assertTyped(String expected, String target) throws Exception {
        Response response = response(target);
        assertEquals(expected, response.header("Content-Type").orElse("none") + " " + Weir.contentOf(response));
    }

    @Test
    void writesValuesAsJson() throws Exception {
        assertTyped("application/json {\"id\":1,\"title\":\"ä\",\"due\":\"2026-01-02\"}", "/record");
        assertTyped("application/json [{\"id\":1,\"title\":\"ä\",\"due\":\"2026-01-02\"}]", "/list");
        assertTyped("application/json {\"a\":1}", "/map");
        assertTyped("application/json 5", "/number");
        assertTyped("application/hal+json {\"id\":1,\"title\":\"ä\",\"due\":\"2026-01-02\"}", "/hal");
    }

    @Test
    void writesWhatIsReturnedNotOnlyWhatItsInterfaceDeclares() throws Exception {
        assertTyped("application/json {\"name\":\"Tom\"}", "/animal");
    }

    @Test
    void knowsTheLengthOfJson() throws Exception {
        assertEquals(OptionalLong.of(7), response("/map").content().length());
    }

    @Test
    void writesStringsAsText() throws Exception {
        assertTyped("text/plain; charset=utf-8 ä", "/text");
    }

    @Test
    void sendsTheMediaTypeAsItIsWritten() throws Exception {
        assertTyped("text/html <p>", "/html");
        assertEquals(
                Optional.of("text/plain;charset=ISO-8859-1"), response("/latin").header("Content-Type"));
        assertEquals(Optional.of("image/png"), response("/image").header("Content-Type"));
    }

    @Test
    void encodesStringsInTheCharsetOfTheMediaType() throws Exception {
        assertEquals(OptionalLong.of(1), response("/latin").content().length());
        assertEquals(OptionalLong.of(2), response("/text").content().length());
    }

    @Test
    void writesOctets() throws Exception {
        Response response = response("/octets");
        assertEquals(Optional.of("application/octet-stream"), response.header("Content-Type"));
        assertEquals(OptionalLong.of(2), response.content().length());
    }

    @Test
    void answers204ToVoidAndWhatStatusSays() throws Exception {
        assertEquals("204", weir.text(Request.of(Method.DELETE, "/nothing")));
        assertEquals("202", weir.text(Request.of(Method.POST, "/nothing")));
        assertTrue(weir.text(Request.of(Method.POST, "/created")).startsWith("201 {"));
    }

    @Test
    void answers404ToEmptyOptionalsAndDeclaredNull() throws Exception {
        assertTrue(weir.get("/empty").startsWith("404"));
        assertTrue(weir.get("/nullable").startsWith("404"));
        assertEquals("200 here", weir.get("/present"));
    }

    @Test
    void failsOnNullThatIsNotDeclared() {
        IllegalStateException failure = assertThrows(IllegalStateException.class, () -> weir.get("/null"));
        assertTrue(failure.getMessage().contains("Results.nothingAtAll() returned null"), failure.getMessage());
    }

    @Test
    void sendsResponsesAsTheyAre() throws Exception {
        assertEquals("/x", response("/response").header("Location").orElseThrow());
    }

    @Test
    void failsBeforeAResponseIsThereIfJsonCannotBeWritten() {
        assertThrows(RuntimeException.class, () -> weir.handle(Request.get("/bad")));
    }

    @Test
    void letsThroughWhatMethodsThrow() throws Exception {
        assertTrue(weir.get("/http").startsWith("409"));
        assertEquals(
                "as thrown",
                assertThrows(IOException.class, () -> weir.get("/io")).getMessage());
    }

    @Test
    void understandsAnnotationsOnInterfaces() throws Exception {
        assertEquals("202 inherited", weir.get("/inherited"));
    }
}
