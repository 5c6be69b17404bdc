package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weir.annotations.Body;
import dev.weir.annotations.Consumes;
import dev.weir.annotations.Controller;
import dev.weir.annotations.FormParam;
import dev.weir.annotations.Part;
import dev.weir.annotations.Post;
import dev.weir.http.MediaType;
import dev.weir.http.Request;
import dev.weir.http.Response;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One path that takes a form of either kind, and JSON. */
class FormKindsTest {

    @Controller("/people")
    static final class People {

        @Post
        @Consumes("application/x-www-form-urlencoded")
        String form(@FormParam String name) {
            return "form " + name;
        }

        @Post
        @Consumes("multipart/form-data")
        String parts(@Part String name) {
            return "parts " + name;
        }

        @Post
        @Consumes("application/json")
        String json(@Body List<String> names) {
            return "json " + names;
        }
    }

    private final Weir weir = Weir.of(new People());

    private String post(String type, String content) throws Exception {
        return weir.text(Request.post("/people", MediaType.parse(type).orElseThrow(), content));
    }

    @Test
    void formsOfEachKindAreToldApartFromJson() throws Exception {
        String part = "--b\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nada\r\n--b--\r\n";
        assertEquals("200 form ada", post("application/x-www-form-urlencoded", "name=ada"));
        assertEquals("200 form ada", post("application/x-www-form-urlencoded;charset=UTF-8", "name=ada"));
        assertEquals("200 parts ada", post("multipart/form-data; boundary=b", part));
        assertEquals("200 json [ada]", post("application/json", "[\"ada\"]"));
    }

    @Test
    void anythingElseIs415WithAllThatIsTaken() throws Exception {
        Response refusal = weir.handle(Request.post("/people", MediaType.TEXT_PLAIN_UTF_8, "ada"));
        assertEquals(415, refusal.status().code());
        assertEquals(
                Optional.of("application/json, application/x-www-form-urlencoded, multipart/form-data"),
                refusal.header("Accept"));
    }
}
