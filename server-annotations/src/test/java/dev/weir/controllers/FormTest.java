package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.HttpServer;
import dev.weir.HttpServerBuilder;
import dev.weir.annotations.Controller;
import dev.weir.annotations.DefaultValue;
import dev.weir.annotations.Delete;
import dev.weir.annotations.FormParam;
import dev.weir.annotations.Params;
import dev.weir.annotations.Post;
import dev.weir.annotations.Put;
import dev.weir.annotations.QueryParam;
import dev.weir.annotations.Split;
import dev.weir.config.Limits;
import dev.weir.http.MediaType;
import dev.weir.testing.TestClient;
import dev.weir.testing.TestRequest;
import dev.weir.testing.TestResponse;
import dev.weir.testing.WeirExtension;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields of submitted forms. */
class FormTest {

    record Address(@FormParam String street, @FormParam Optional<Integer> number) {}

    record Person(
            @FormParam("full-name") String name,
            @Params Address address,
            @QueryParam boolean dry) {}

    @Controller
    static final class Forms {

        @Post("/login")
        String login(@FormParam String user, @FormParam String password, @FormParam @DefaultValue("1") int days) {
            return user + ":" + password + ":" + days;
        }

        @Put("/many")
        String many(@FormParam List<Integer> n, @FormParam @Split List<String> tag) {
            return n + " " + tag;
        }

        @Post("/person")
        String person(@Params Person person) {
            return person.toString();
        }

        @Post("/mixed")
        String mixed(@QueryParam int q, @FormParam int f) {
            return q + " " + f;
        }

        @Delete("/optional")
        String optional(@FormParam Optional<String> reason) {
            return reason.toString();
        }
    }

    @RegisterExtension
    static final WeirExtension app = WeirExtension.inMemory(HttpServer.builder().routes(Controllers.of(new Forms())));

    private static String post(String target, String form) {
        return text(app.client().post(target).content(MediaType.APPLICATION_FORM_URLENCODED, form));
    }

    private static String text(TestRequest request) {
        TestResponse response = request.send();
        return response.status().code() + " " + response.text();
    }

    @Test
    void takesFieldsByName() {
        assertEquals("200 ada l:a b&c:3", post("/login", "user=ada+l&password=a%20b%26c&days=3"));
        assertEquals("200 ü::1", post("/login", "password=&user=%C3%BC&days="));
    }

    @Test
    void takesAllValuesOfAName(TestClient client) {
        TestRequest request = client.put("/many").form("n", "1", "n", "2", "tag", "a,b", "n", "3");
        assertEquals("200 [1, 2, 3] [a, b]", text(request));
    }

    @Test
    void fillsRecords() {
        assertEquals(
                "200 Person[name=Ada L, address=Address[street=x, number=Optional[3]], dry=true]",
                post("/person?dry=true", "full-name=Ada+L&street=x&number=3"));
    }

    @Test
    void tellsWrongFieldsTogetherWithAllOtherParameters() {
        String text = post("/person", "street=x&street=s3cret&number=x");
        assertTrue(text.contains("\"detail\":\"4 parameters are invalid\""), text);
        assertTrue(text.contains("{\"in\":\"form\",\"name\":\"full-name\",\"code\":\"missing\""), text);
        assertTrue(text.contains("{\"in\":\"form\",\"name\":\"street\",\"code\":\"repeated\""), text);
        assertTrue(text.contains("{\"in\":\"form\",\"name\":\"number\",\"code\":\"not-a-number\""), text);
        assertTrue(text.contains("{\"in\":\"query\",\"name\":\"dry\",\"code\":\"missing\""), text);
        assertFalse(text.contains("s3cret"), text);
    }

    @Test
    void doesNotMixQueryAndForm() {
        assertEquals("200 1 2", post("/mixed?q=1&f=9", "q=8&f=2"));
    }

    @Test
    void refusesOtherMediaTypesAndSaysWhichItTakes(TestClient client) {
        for (MediaType type : List.of(MediaType.APPLICATION_JSON, MediaType.MULTIPART_FORM_DATA)) {
            TestResponse response =
                    client.post("/login").content(type, "{}").send().expect(415);
            assertEquals(Optional.of("application/x-www-form-urlencoded"), response.header("Accept"));
        }
    }

    @Test
    void refusesMediaTypesThatAreMalformed(TestClient client) {
        client.post("/login")
                .content(new byte[] {'a', '=', '1'})
                .header("Content-Type", "form")
                .send()
                .expect(415);
    }

    @Test
    void takesMediaTypesWithParametersAndNone(TestClient client) {
        String text = "user=a&password=b";
        MediaType utf8 = MediaType.APPLICATION_FORM_URLENCODED.with("charset", "utf-8");
        assertEquals("200 a:b:1", text(client.post("/login").content(utf8, text)));
        assertEquals("200 a:b:1", text(client.post("/login").content(text.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void takesNoContentForAFormWithoutFields(TestClient client) {
        assertEquals("200 Optional.empty", text(client.delete("/optional")));
        assertTrue(text(client.post("/login")).contains("\"2 parameters are invalid\""));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"user=%", "user=%zz", "user=%ff", "user=ü", "%ff=1&user=a"})
    void refusesWhatIsNotPercentEncodedUtf8(String form) {
        String text = post("/login", form);
        assertTrue(text.startsWith("400"), text);
        assertTrue(text.contains("The form is not percent-encoded UTF-8"), text);
    }

    @Test
    void refusesMoreThanAThousandFields() {
        String form = "user=a&password=b";
        assertEquals("200 a:b:1", post("/login", form + "&x=1".repeat(998)));
        assertTrue(post("/login", form + "&x=1".repeat(999)).startsWith("400"));
    }

    @Test
    void refusesContentAboveTheLimit() {
        HttpServerBuilder application =
                HttpServer.builder().limits(Limits.defaults().withContent(5)).routes(Controllers.of(new Forms()));
        try (TestClient client = TestClient.inMemory(application)) {
            client.post("/login").form("user", "a", "password", "b").send().expect(413);
        }
    }
}
