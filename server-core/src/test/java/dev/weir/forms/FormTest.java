package dev.weir.forms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.HttpServer;
import dev.weir.RawClient;
import dev.weir.http.HttpException;
import dev.weir.http.MediaType;
import dev.weir.http.Method;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.http.Status;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=1&b=2               | [a][1] [b][2]",
                "a=1&a=2&b=3&a=4       | [a][1] [a][2] [b][3] [a][4]",
                "A=1&a=2               | [A][1] [a][2]",
                "a=x+y&b+c=+           | [a][x y] [b c][ ]",
                "a=%2B%26%3D%25        | [a][+&=%]",
                "%61=%7e               | [a][~]",
                "a=%c3%A9%F0%9F%8C%8A  | [a][é🌊]",
                "a=%00                 | [a][\0]",
                "a                     | [a][]",
                "a=                    | [a][]",
                "=1                    | [][1]",
                "=                     | [][]",
                "a=b=c                 | [a][b=c]",
                "a;b=1                 | [a;b][1]",
                "&&a=1&&b=2&           | [a][1] [b][2]",
                "&                     | ''",
                "a=*-._!~'()           | [a][*-._!~'()]",
            })
    void readsFieldsInTheirOrder(String content, String fields) throws Exception {
        assertEquals(
                fields,
                Form.of(form(content)).fields().stream()
                        .map(field -> "[" + field.name() + "][" + field.value() + "]")
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void readsBackWhatTheJdkEncodes() throws Exception {
        Random random = new Random(11);
        for (int i = 0; i < 200; i++) {
            List<Form.Field> fields = new ArrayList<>();
            for (int j = 0; j < 5; j++) {
                fields.add(new Form.Field("f" + text(random), text(random)));
            }
            String content = fields.stream()
                    .map(field -> encoded(field.name()) + "=" + encoded(field.value()))
                    .collect(Collectors.joining("&"));
            assertEquals(fields, Form.of(form(content)).fields());
        }
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(6), 0, 0x11000)
                .filter(c -> c < 0xd800 || c > 0xdfff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void givesFieldsByTheirName() throws Exception {
        Form form = Form.of(form("b=1&a=2&b=3"));

        assertEquals(Optional.of("1"), form.first("b"));
        assertEquals(List.of("1", "3"), form.all("b"));
        assertEquals(Optional.empty(), form.first("B"));
        assertEquals(List.of(), form.all("c"));
        assertEquals(Set.of("b", "a"), form.names());
        assertEquals("[b, a]", form.names().toString());
        assertEquals("b", form.iterator().next().name());
        assertFalse(form.isEmpty());
    }

    @Test
    void cannotBeChanged() throws Exception {
        Form form = Form.of(form("a=1"));
        assertThrows(UnsupportedOperationException.class, () -> form.fields().clear());
    }

    @ParameterizedTest
    @CsvSource({
        "a=%, 1, 2",
        "a=%2, 1, 2",
        "a=%zz, 1, 2",
        "a=%ff, 1, 2",
        "a=%C3, 1, 2",
        "a=%c0%af, 1, 2",
        "a=%ed%a0%80, 1, 2",
        "a=ü, 1, 2",
        "a=1&%=2, 2, 4",
        "a=1&b=2&c=%u0041, 3, 10",
        "&&a=1&b=%, 2, 8",
    })
    void refusesWhatIsNotPercentEncodedUtf8AndSaysWhere(String content, int field, int octet) {
        HttpException e = assertThrows(HttpException.class, () -> Form.of(form(content)));
        assertEquals(Status.BAD_REQUEST, e.status());
        assertEquals(
                Optional.of("The form is not percent-encoded UTF-8: see field " + field + ", what begins at octet "
                        + octet + "."),
                e.problem().detail());
    }

    @Test
    void refusesMoreFieldsThanTheLimit() throws Exception {
        FormLimits three = FormLimits.defaults().withFields(3);

        assertEquals(3, Form.of(form("&a&a&&a&"), three).fields().size());
        HttpException e = assertThrows(HttpException.class, () -> Form.of(form("a&a&a&a"), three));
        assertEquals(Status.BAD_REQUEST, e.status());
        assertEquals(
                Optional.of("The form has more than 3 fields."), e.problem().detail());
        assertEquals(1000, Form.of(form("a&".repeat(1000))).fields().size());
        assertThrows(HttpException.class, () -> Form.of(form("a&".repeat(1001))));
    }

    @Test
    void refusesMoreOctetsThanTheLimit() throws Exception {
        FormLimits five = FormLimits.defaults().withOctets(5);

        assertEquals(Optional.of("123"), Form.of(form("a=123"), five).first("a"));
        HttpException e = assertThrows(HttpException.class, () -> Form.of(form("a=1234"), five));
        assertEquals(Status.CONTENT_TOO_LARGE, e.status());
    }

    @Test
    void keepsTheLimitOfTheContentUnlessToldAnother() throws Exception {
        Request short5 = form("a=1234").withContent(form("a=1234").content().limitedTo(5));

        HttpException e = assertThrows(HttpException.class, () -> Form.of(short5));
        assertEquals(Status.CONTENT_TOO_LARGE, e.status());
        assertEquals(Optional.of("1234"), Form.of(short5, FormLimits.defaults()).first("a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "multipart/form-data; boundary=a",
                "text/plain",
                "form",
                "",
                "application/x-www-form-urlencoded; charset=iso-8859-1",
                "application/x-www-form-urlencoded; charset=utf-16",
            })
    void refusesOtherMediaTypesAndSaysWhichItTakes(String type) {
        Request request = form("a=1").withHeader("Content-Type", type);
        HttpException e = assertThrows(HttpException.class, () -> Form.of(request));
        assertEquals(Status.UNSUPPORTED_MEDIA_TYPE, e.status());
        assertEquals(
                Optional.of("application/x-www-form-urlencoded"), e.headers().first("Accept"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded;charset=UTF-8",
                "Application/X-WWW-Form-Urlencoded; charset=\"utf-8\"",
                "application/x-www-form-urlencoded; other=1",
            })
    void takesItsMediaTypeHoweverWritten(String type) throws Exception {
        assertEquals(
                Optional.of("1"),
                Form.of(form("a=1").withHeader("Content-Type", type)).first("a"));
    }

    @Test
    void takesContentWithoutAMediaTypeForAForm() throws Exception {
        Request request = Request.of(Method.POST, "/").withContent("a=1".getBytes(StandardCharsets.UTF_8));
        assertEquals(Optional.of("1"), Form.of(request).first("a"));
    }

    @Test
    void takesNoContentForAFormWithoutFields() throws Exception {
        assertEquals(Form.empty(), Form.of(Request.post("/", MediaType.APPLICATION_JSON, "")));
        assertTrue(Form.of(Request.get("/")).isEmpty());
    }

    @Test
    void formsWithTheSameFieldsAreEqual() throws Exception {
        assertEquals(Form.of(form("a=+")), Form.of(form("&a=%20&")));
        assertEquals(Form.of(form("a=+")).hashCode(), Form.of(form("&a=%20&")).hashCode());
        assertNotEquals(Form.of(form("a=1&b=2")), Form.of(form("b=2&a=1")));
    }

    @Test
    void textsHideValues() throws Exception {
        Form form = Form.of(form("password=secret"));
        assertEquals("Form[password]", form.toString());
        assertEquals("[Field[name=password]]", form.fields().toString());
    }

    @Test
    void limitsOutOfRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new FormLimits(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new FormLimits(1, -1));
    }

    @Test
    void aServerAnswersAsTheFormSays() throws Exception {
        try (HttpServer server = HttpServer.builder()
                        .host("127.0.0.1")
                        .post(
                                "/",
                                request ->
                                        Response.text(Form.of(request).all("a").toString()))
                        .start();
                RawClient client = RawClient.to(server)) {
            assertEquals("[1, x y]", post(client, "a=1&a=x+y", "").content());
            assertEquals(400, post(client, "a=%zz", "").status());
            RawClient.Reply other = post(client, "{}", "Content-Type: application/json\r\n");
            assertEquals(415, other.status());
            assertEquals(Optional.of("application/x-www-form-urlencoded"), other.field("Accept"));
            assertEquals(413, post(client, "a=" + "1".repeat(2 << 20), "").status());
        }
    }

    private static RawClient.Reply post(RawClient client, String content, String fields) throws Exception {
        return client.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + content.length() + "\r\n" + fields
                        + "\r\n" + content)
                .read();
    }

    private static Request form(String content) {
        return Request.post("/", MediaType.APPLICATION_FORM_URLENCODED, content);
    }
}
