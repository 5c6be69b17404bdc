package dev.weir.controllers;

import static dev.weir.controllers.ConstraintsTest.assertErrors;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.weir.annotations.Body;
import dev.weir.annotations.Controller;
import dev.weir.annotations.Post;
import dev.weir.annotations.QueryParam;
import dev.weir.http.MediaType;
import dev.weir.http.Request;
import dev.weir.json.Patched;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Constraints of content: where each is violated is told as a JSON Pointer of the members' names. */
class ContentConstraintsTest {

    record Line(
            @NotBlank String item,
            @JsonProperty("qty") @Min(1) int quantity) {}

    record Address(@JsonProperty("post-code") @Size(min = 4) String postCode) {}

    @Ordered
    record Order(
            @JsonProperty("customer/name") @NotBlank String customer,
            @NotEmpty List<@Valid Line> lines,
            Map<@Size(max = 3) String, List<@Valid Line>> extra,
            @Valid Address address,
            Optional<@Valid Address> other,
            @JsonProperty("a") int from,
            @JsonProperty("b") int to)
            implements Ordered.Span {}

    record Name(@JsonValue @NotBlank String text) {}

    record Named(@JsonProperty("n") @Valid Name name) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Circle.class, name = "circle"),
        @JsonSubTypes.Type(value = Square.class, name = "square")
    })
    sealed interface Shape permits Circle, Square {}

    record Circle(@JsonProperty("r") @Min(1) int radius) implements Shape {}

    record Square(int side) implements Shape {}

    record Change(
            Patched<@NotNull @Size(max = 3) String> title,
            @JsonProperty("o") Patched<@Max(9) Integer> order) {}

    public static class Bean {
        private String title;

        @NotBlank
        @JsonProperty("t")
        public String getTitle() {
            return title;
        }

        public void setTitle(String title) {
            this.title = title;
        }
    }

    @Controller
    static final class Shop {

        @Post("/orders")
        String order(@Body Order order, @QueryParam @Min(1) int n) {
            return "ordered";
        }

        @Post("/valid")
        String valid(@Valid @Body Line line) {
            return "valid";
        }

        @Post("/lines")
        String lines(@Body @Size(max = 3) List<Line> lines) {
            return "lines";
        }

        @Post("/valid-lines")
        String validLines(@Body List<@Valid Line> lines) {
            return "lines";
        }

        @Post("/array")
        String array(@Body Line[] lines) {
            return "array";
        }

        @Post("/some-lines")
        String someLines(@Body List<? extends Line> lines) {
            return "some lines";
        }

        @Post("/map")
        String map(@Body Map<String, Line> lines) {
            return "map";
        }

        @Post("/set")
        String set(@Body Set<Line> lines) {
            return "set";
        }

        @Post("/maybe")
        String maybe(@Body Optional<Line> line) {
            return "maybe";
        }

        @Post("/numbers")
        String numbers(@Body List<@Max(9) Integer> numbers) {
            return "numbers";
        }

        @Post("/text")
        String text(@Body @Size(max = 3) String text) {
            return "text";
        }

        @Post("/named")
        String named(@Body Named named) {
            return "named";
        }

        @Post("/shape")
        String shape(@Body Shape shape) {
            return "shape";
        }

        @Post("/shapes")
        String shapes(@Body List<Shape> shapes) {
            return "shapes";
        }

        @Post("/change")
        String change(@Body Change change) {
            return "change";
        }

        @Post("/bean")
        String bean(@Body Bean bean) {
            return "bean";
        }
    }

    private static final String QUANTITY = "\"code\":\"min\",\"detail\":\"must be greater than or equal to 1\"}";
    private static final String BLANK = "\"code\":\"not-blank\",\"detail\":\"must not be blank\"}";

    private final Weir weir = Weir.of(new Shop());

    @Test
    void pointsToMembersByTheirNamesInJson() throws Exception {
        assertErrors(
                weir.post("/orders?n=1", """
                        {"customer/name":" ","lines":[{"item":"a","qty":1},{"item":"","qty":0}],
                         "extra":{"long":[],"x":[{"item":"b","qty":0}]},
                         "address":{"post-code":"1"},"other":{"post-code":"2"},"a":1,"b":1}"""),
                "{\"in\":\"body\",\"pointer\":\"#/address/post-code\",\"code\":\"size\",\"detail\":\"size must be between 4 and 2147483647\"}",
                "{\"in\":\"body\",\"pointer\":\"#/customer~1name\"," + BLANK,
                "{\"in\":\"body\",\"pointer\":\"#/extra/long\",\"code\":\"size\",\"detail\":\"size must be between 0 and 3\"}",
                "{\"in\":\"body\",\"pointer\":\"#/extra/x/0/qty\"," + QUANTITY,
                "{\"in\":\"body\",\"pointer\":\"#/lines/1/item\"," + BLANK,
                "{\"in\":\"body\",\"pointer\":\"#/lines/1/qty\"," + QUANTITY,
                "{\"in\":\"body\",\"pointer\":\"#/other/post-code\",\"code\":\"size\",\"detail\":\"size must be between 4 and 2147483647\"}");
    }

    @Test
    void pointsToTheObjectThatIsWrongAsAWhole() throws Exception {
        assertErrors(
                weir.post(
                        "/orders?n=1",
                        "{\"customer/name\":\"a\",\"lines\":[{\"item\":\"a\",\"qty\":1}],\"a\":2,\"b\":1}"),
                "{\"in\":\"body\",\"pointer\":\"#\",\"code\":\"ordered\",\"detail\":\"from must not be after to\"}");
    }

    @Test
    void tellsViolationsOfParametersAndContentTogether() throws Exception {
        String text = weir.post("/orders?n=0", "{\"customer/name\":\"a\",\"lines\":[],\"a\":1,\"b\":1}");

        assertErrors(
                text,
                "{\"in\":\"body\",\"pointer\":\"#/lines\",\"code\":\"not-empty\",\"detail\":\"must not be empty\"}",
                "{\"in\":\"query\",\"name\":\"n\"," + QUANTITY);
        assertTrue(text.contains("\"title\":\"Invalid request\",\"status\":422"), text);
    }

    @Test
    void callsTheMethodWhenAllHold() throws Exception {
        assertEquals(
                "200 ordered",
                weir.post(
                        "/orders?n=1",
                        "{\"customer/name\":\"a\",\"lines\":[{\"item\":\"a\",\"qty\":1}],\"a\":1,\"b\":1}"));
    }

    @Test
    void tellsEachOnceWhereTheParameterIsDeclaredValid() throws Exception {
        String wrong = "{\"item\":\"a\",\"qty\":0}";
        assertErrors(weir.post("/valid", wrong), "{\"in\":\"body\",\"pointer\":\"#/qty\"," + QUANTITY);
        assertErrors(
                weir.post("/valid-lines", "[" + wrong + "]"), "{\"in\":\"body\",\"pointer\":\"#/0/qty\"," + QUANTITY);
    }

    @Test
    void checksTheElementsOfContent() throws Exception {
        String right = "{\"item\":\"a\",\"qty\":1}";
        String wrong = "{\"item\":\"a\",\"qty\":0}";
        for (String path : List.of("/lines", "/array", "/some-lines")) {
            assertErrors(
                    weir.post(path, "[" + right + "," + wrong + "]"),
                    "{\"in\":\"body\",\"pointer\":\"#/1/qty\"," + QUANTITY);
        }
        assertErrors(
                weir.post("/map", "{\"x/y\":" + wrong + "}"),
                "{\"in\":\"body\",\"pointer\":\"#/x~1y/qty\"," + QUANTITY);
        assertErrors(weir.post("/set", "[" + wrong + "]"), "{\"in\":\"body\",\"pointer\":\"#/qty\"," + QUANTITY);
        assertErrors(weir.post("/maybe", wrong), "{\"in\":\"body\",\"pointer\":\"#/qty\"," + QUANTITY);
        assertEquals("200 maybe", weir.post("/maybe", ""));
    }

    @Test
    void sortsPointersByNumberAndTellsAHundredAtMost() throws Exception {
        String text = weir.post("/numbers", "[10" + ",10".repeat(1_999) + "]");
        assertTrue(text.contains("\"detail\":\"More than 100 constraints are violated, these among them\""), text);
        assertEquals(100, text.split("\"code\"").length - 1);

        String few = weir.post("/numbers", "[10" + ",10".repeat(11) + "]");
        assertTrue(few.indexOf("#/2\"") < few.indexOf("#/11\""), few);
    }

    @Test
    void checksContentAsItIs() throws Exception {
        assertErrors(
                weir.text(Request.post("/text", MediaType.TEXT_PLAIN, "long")),
                "{\"in\":\"body\",\"pointer\":\"#\",\"code\":\"size\",\"detail\":\"size must be between 0 and 3\"}");
    }

    @Test
    void pointsToAValueThatIsWrittenWithoutAnObjectAroundIt() throws Exception {
        assertErrors(weir.post("/named", "{\"n\":\" \"}"), "{\"in\":\"body\",\"pointer\":\"#/n\"," + BLANK);
    }

    @Test
    void checksTheKindsOfASealedType() throws Exception {
        String circle = "{\"kind\":\"circle\",\"r\":0}";
        assertErrors(weir.post("/shape", circle), "{\"in\":\"body\",\"pointer\":\"#/r\"," + QUANTITY);
        assertErrors(
                weir.post("/shapes", "[{\"kind\":\"square\",\"side\":1}," + circle + "]"),
                "{\"in\":\"body\",\"pointer\":\"#/1/r\"," + QUANTITY);
    }

    @Test
    void checksWhatAMemberIsChangedTo() throws Exception {
        assertEquals("200 change", weir.post("/change", "{}"));
        assertEquals("200 change", weir.post("/change", "{\"title\":\"abc\",\"o\":null}"));
        assertErrors(
                weir.post("/change", "{\"title\":\"abcd\",\"o\":10}"),
                "{\"in\":\"body\",\"pointer\":\"#/o\",\"code\":\"max\",\"detail\":\"must be less than or equal to 9\"}",
                "{\"in\":\"body\",\"pointer\":\"#/title\",\"code\":\"size\",\"detail\":\"size must be between 0 and 3\"}");
        assertErrors(
                weir.post("/change", "{\"title\":null}"),
                "{\"in\":\"body\",\"pointer\":\"#/title\",\"code\":\"not-null\",\"detail\":\"must not be null\"}");
    }

    @Test
    void takesConstraintsFromGetters() throws Exception {
        assertErrors(weir.post("/bean", "{\"t\":\"\"}"), "{\"in\":\"body\",\"pointer\":\"#/t\"," + BLANK);
    }
}
