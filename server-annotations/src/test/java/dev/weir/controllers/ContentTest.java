package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.annotations.Body;
import dev.weir.annotations.Controller;
import dev.weir.annotations.Post;
import dev.weir.annotations.Put;
import dev.weir.annotations.QueryParam;
import dev.weir.http.MediaType;
import dev.weir.http.Method;
import dev.weir.http.Request;
import dev.weir.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTest {

    enum Size {
        SMALL,
        LARGE
    }

    record Line(String item, int quantity) {}

    record Order(String customer, Size size, List<Line> lines, boolean express) {}

    record Arrays(int[] x, int[][] y, boolean[] z) {}

    record Checked(int value) {
        Checked {
            if (value < 0) {
                throw new IllegalArgumentException("secret reason");
            }
        }
    }

    abstract static class Base<T> {
        @Put("/generic")
        String generic(@Body List<T> values) {
            return values.toString();
        }
    }

    @Controller
    static final class Orders extends Base<Line> {

        @Post("/orders")
        String add(Order order) {
            return order.toString();
        }

        @Post("/both")
        void both(@QueryParam int page, Order order) {}

        @Post("/optional")
        String optional(@Body Optional<Line> line) {
            return line.toString();
        }

        @Post("/checked")
        String checked(Checked checked) {
            return checked.toString();
        }

        @Post("/map")
        String map(@Body Map<String, List<Integer>> numbers) {
            return numbers.toString();
        }

        @Post("/arrays")
        void arrays(Arrays arrays) {}

        @Post("/octets")
        String octets(@Body byte[] content) {
            return content.length + " octets";
        }

        @Post("/text")
        String text(@Body String content) {
            return "<" + content + ">";
        }

        @Post("/stream")
        String stream(@Body InputStream content) throws IOException {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private final Weir weir = Weir.of(new Orders());

    @Test
    void readsJson() throws Exception {
        assertEquals(
                "200 Order[customer=ada, size=SMALL, lines=[Line[item=x, quantity=2]], express=true]",
                weir.post(
                        "/orders",
                        "{\"customer\":\"ada\",\"size\":\"SMALL\",\"lines\":[{\"item\":\"x\",\"quantity\":2}],\"express\":true,"
                                + "\"unknown\":1}"));
    }

    @Test
    void readsJsonIntoTypesThatASubclassKnows() throws Exception {
        Request request = Request.post("/generic", MediaType.APPLICATION_JSON, "[{\"item\":\"x\",\"quantity\":1}]")
                .withMethod(Method.PUT);
        assertEquals("200 [Line[item=x, quantity=1]]", weir.text(request));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"lines\":[{\"quantity\":\"2\"}],\"express\":true} | #/lines/0/quantity | not-a-number | int32",
                "{\"lines\":[{\"quantity\":2.5}],\"express\":true} | #/lines/0/quantity | not-a-number | int32",
                "{\"lines\":[{\"quantity\":\"\"}],\"express\":true} | #/lines/0/quantity | not-a-number | int32",
                "{\"lines\":[{\"quantity\":null}],\"express\":true} | #/lines/0/quantity | not-a-number | int32",
                "{\"lines\":[{\"quantity\":true}],\"express\":true} | #/lines/0/quantity | not-a-number | int32",
                "{\"lines\":[{\"quantity\":99999999999}],\"express\":true} | #/lines/0/quantity | out-of-range | int32",
                "{\"lines\":[{},{\"quantity\":1}],\"express\":true} | #/lines/0/quantity | not-a-number | int32",
                "{\"lines\":[1],\"express\":true} | #/lines/0 | wrong-type | object",
                "{\"lines\":{},\"express\":true} | #/lines | wrong-type | array",
                "{\"express\":\"true\"} | #/express | wrong-type | boolean",
                "{} | #/express | wrong-type | boolean",
                "{\"customer\":[],\"express\":true} | #/customer | wrong-type | string",
                "{\"customer\":5,\"express\":true} | #/customer | wrong-type | string",
                "{\"customer\":5.5,\"express\":true} | #/customer | wrong-type | string",
                "{\"customer\":false,\"express\":true} | #/customer | wrong-type | string",
                "[] | # | wrong-type | object",
                "\"x\" | # | wrong-type | object",
            })
    void pointsToValuesOfAnotherShape(String json, String pointer, String code, String expected) throws Exception {
        String text = weir.post("/orders", json);
        assertEquals("400", text.substring(0, 3));
        String error = text.substring(text.indexOf("\"errors\""));
        assertTrue(
                error.startsWith(
                        "\"errors\":[{\"in\":\"body\",\"pointer\":\"" + pointer + "\",\"code\":\"" + code + "\""),
                text);
        assertTrue(error.contains("\"expected\":\"" + expected + "\""), text);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"x\":[1,\"y\"]}    | #/x/1 | not-a-number | int32",
                "{\"x\":[1,[]]}       | #/x/1 | not-a-number | int32",
                "{\"x\":5}            | #/x | wrong-type | array",
                "{\"y\":[[1],[2,{}]]} | #/y/1/1 | not-a-number | int32",
                "{\"y\":[[1],2]}      | #/y/1 | wrong-type | array",
                "{\"z\":[true,1]}     | #/z/1 | wrong-type | boolean",
            })
    void pointsToElementsOfArrays(String json, String pointer, String code, String expected) throws Exception {
        String text = weir.post("/arrays", json);
        assertTrue(text.contains("\"pointer\":\"" + pointer + "\",\"code\":\"" + code + "\""), text);
        assertTrue(text.contains("\"expected\":\"" + expected + "\""), text);
    }

    @Test
    void tellsWhichConstantsAreAllowed() throws Exception {
        String text = weir.post("/orders", "{\"size\":\"s3cret\",\"express\":true}");
        assertTrue(
                text.contains("{\"in\":\"body\",\"pointer\":\"#/size\",\"code\":\"not-in-enum\","
                        + "\"detail\":\"unknown value\",\"allowed\":[\"SMALL\",\"LARGE\"]}"),
                text);
        assertFalse(text.contains("s3cret"), text);
    }

    @Test
    void refusesNumbersForEnums() throws Exception {
        assertTrue(weir.post("/orders", "{\"size\":1,\"express\":true}").contains("not-in-enum"));
    }

    @Test
    void escapesPointers() throws Exception {
        assertTrue(weir.post("/map", "{\"a/b~c d\":[\"x\"]}").contains("\"#/a~1b~0c%20d/0\""));
    }

    @Test
    void keepsToItselfWhatAConstructorThrew() throws Exception {
        String text = weir.post("/checked", "{\"value\":-1}");
        assertTrue(text.contains("\"pointer\":\"#\",\"code\":\"malformed\""), text);
        assertFalse(text.contains("secret"), text);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"customer\": | 1 | 13",
                "{\"customer\":} | 1 | 13",
                "{'customer':1} | 1 | 2",
                "{\"express\":true} x | 1 | 18",
                "{\"express\":true} {} | 1 | 18",
                "nul | 1 | 1",
            })
    void tellsWhereTextIsNoJson(String json, int line, int column) throws Exception {
        String text = weir.post("/orders", json);
        assertTrue(text.contains("\"code\":\"malformed-json\""), text);
        assertTrue(text.endsWith("\"line\":" + line + ",\"column\":" + column + "}]}"), text);
    }

    @Test
    void tellsTheLine() throws Exception {
        assertTrue(weir.post("/orders", "{\n\"customer\":\n  ?\n}").endsWith("\"line\":3,\"column\":3}]}"));
    }

    @Test
    void refusesJsonThatIsNestedTooDeeply() throws Exception {
        String deep = "[".repeat(100_000);
        String text = weir.post("/map", "{\"a\":" + deep);
        assertTrue(text.startsWith("400"), text);
    }

    @Test
    void refusesMissingContent() throws Exception {
        String missing = "\"errors\":[{\"in\":\"body\",\"pointer\":\"#\",\"code\":\"missing\"";
        assertTrue(weir.text(Request.of(Method.POST, "/orders")).contains(missing));
        assertTrue(weir.post("/orders", "").contains(missing));
        assertTrue(weir.post("/orders", "null").contains(missing));
    }

    @Test
    void takesMissingContentWhereItIsOptional() throws Exception {
        assertEquals("200 Optional.empty", weir.text(Request.of(Method.POST, "/optional")));
        assertEquals("200 Optional.empty", weir.post("/optional", "null"));
        assertEquals(
                "200 Optional[Line[item=x, quantity=1]]", weir.post("/optional", "{\"item\":\"x\",\"quantity\":1}"));
    }

    @Test
    void refusesOtherMediaTypesAndSaysWhichItTakes() throws Exception {
        Response response = weir.handle(Request.post("/orders", MediaType.TEXT_PLAIN, "{}"));
        assertEquals(415, response.status().code());
        assertEquals(Optional.of("application/json"), response.header("Accept"));
    }

    @Test
    void takesMediaTypesBuiltOnJsonAndNone() throws Exception {
        String json = "{\"express\":true}";
        assertTrue(weir.text(Request.post("/orders", MediaType.of("application", "vnd.acme+json"), json))
                .startsWith("200"));
        assertTrue(weir.text(Request.post("/orders", MediaType.APPLICATION_JSON.with("charset", "utf-8"), json))
                .startsWith("200"));
        assertTrue(weir.text(Request.of(Method.POST, "/orders").withContent(json.getBytes(StandardCharsets.UTF_8)))
                .startsWith("200"));
    }

    @Test
    void tellsOfParametersBeforeItReadsContent() throws Exception {
        String text = weir.post("/both?page=x", "{");
        assertTrue(text.contains("\"in\":\"query\""), text);
        assertFalse(text.contains("\"in\":\"body\""), text);
    }

    @Test
    void givesContentAsItIs() throws Exception {
        assertEquals("200 3 octets", weir.text(Request.post("/octets", MediaType.IMAGE_PNG, "abc")));
        assertEquals("200 0 octets", weir.text(Request.of(Method.POST, "/octets")));
        assertEquals("200 <ä>", weir.text(Request.post("/text", MediaType.TEXT_PLAIN, "ä")));
        assertEquals("200 <>", weir.text(Request.of(Method.POST, "/text")));
        assertEquals("200 abc", weir.text(Request.post("/stream", MediaType.IMAGE_PNG, "abc")));
    }

    @Test
    void readsTextInTheCharsetOfItsMediaType() throws Exception {
        Request request = Request.of(Method.POST, "/text")
                .withHeader("Content-Type", "text/plain; charset=iso-8859-1")
                .withContent(new byte[] {(byte) 0xe4});
        assertEquals("200 <ä>", weir.text(request));
    }

    @Test
    void refusesContentThatIsNoUtf8() throws Exception {
        Request request = Request.of(Method.POST, "/orders")
                .withHeader("Content-Type", "application/json")
                .withContent(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'});
        assertTrue(weir.text(request).contains("malformed-json"));
    }
}
