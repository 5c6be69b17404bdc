package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.annotations.Controller;
import dev.weir.annotations.DefaultValue;
import dev.weir.annotations.Delete;
import dev.weir.annotations.Params;
import dev.weir.annotations.Part;
import dev.weir.annotations.Post;
import dev.weir.annotations.Put;
import dev.weir.annotations.QueryParam;
import dev.weir.annotations.Split;
import dev.weir.http.MediaType;
import dev.weir.http.Method;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.multipart.MultipartContent;
import dev.weir.multipart.MultipartLimits;
import dev.weir.multipart.MultipartReader;
import dev.weir.multipart.ReceivedPart;
import dev.weir.multipart.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of submitted forms. */
class PartTest {

    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    @interface Nullable {}

    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    @Part("photo")
    @interface Photo {}

    record Place(String name, int floor) {}

    record Entry(
            @Part String title,
            @Part Optional<Upload> photo,
            @QueryParam boolean dry) {}

    @Controller
    static final class Forms {

        @Post("/text")
        String text(@Part String title, @Part @DefaultValue("1") int days, @Part("tag") @Split List<String> tags) {
            return title + ":" + days + ":" + tags;
        }

        @Post("/upload")
        String upload(@Part Upload photo) throws IOException {
            return text(photo);
        }

        @Post("/composed")
        String composed(@Photo Upload upload) throws IOException {
            return text(upload);
        }

        @Post("/many")
        String many(@Part List<Upload> file) throws IOException {
            StringBuilder all = new StringBuilder();
            for (Upload each : file) {
                all.append(text(each)).append(' ');
            }
            return all.toString();
        }

        private static String text(Upload upload) throws IOException {
            return upload.name() + "|" + upload.filename().orElse("-") + "|"
                    + upload.mediaType().essence() + "|" + upload.size() + "|" + upload.text();
        }

        @Post("/octets")
        String octets(@Part byte[] one, @Part InputStream two, @Part List<byte[]> three, @Part Upload[] four)
                throws IOException {
            return one.length + ":" + new String(two.readAllBytes(), StandardCharsets.UTF_8) + ":"
                    + three.stream().map(Arrays::toString).toList() + ":" + four.length;
        }

        @Post("/missing")
        String missing(
                @Part Optional<Upload> a,
                @Part @Nullable Upload b,
                @Part Optional<byte[]> c,
                @Part Set<Place> d,
                @Part Optional<Place> e,
                @Part @Nullable InputStream f) {
            return a + ":" + b + ":" + c + ":" + d + ":" + e + ":" + f;
        }

        @Post("/json")
        String json(@Part Place place, @Part Optional<Map<String, Integer>> sizes, @Part List<Place> others) {
            return place + ":" + sizes + ":" + others;
        }

        @Post("/record")
        String record(@Params Entry entry) throws IOException {
            return entry.title() + ":"
                    + (entry.photo().isPresent() ? text(entry.photo().get()) : "-") + ":" + entry.dry();
        }

        @Post("/streamed")
        String streamed(MultipartReader parts) throws IOException {
            StringBuilder all = new StringBuilder();
            for (Optional<ReceivedPart> part = parts.next(); part.isPresent(); part = parts.next()) {
                all.append(part.get().name())
                        .append('=')
                        .append(part.get().text())
                        .append(' ');
            }
            return all.toString();
        }

        @Put("/shared")
        String shared(@Part("a") String text, @Part("a") Upload upload, @Part("a") byte[] octets) {
            return text + upload.size() + octets.length;
        }

        @Delete("/optional")
        String optional(@Part Optional<String> reason) {
            return reason.toString();
        }
    }

    private final Weir weir = Weir.of(new Forms());

    private String post(String target, MultipartContent form) throws Exception {
        return weir.text(PartRequests.of(target, form)).strip();
    }

    private static MultipartContent form() {
        return PartRequests.form();
    }

    private static MultipartContent json(MultipartContent form, String name, String text) {
        return form.withFile(name, "", MediaType.APPLICATION_JSON, PartRequests.octets(text));
    }

    @Test
    void takesFieldsByName() throws Exception {
        assertEquals(
                "200 ü €:3:[a, b]",
                post(
                        "/text",
                        form().withField("tag", "a,b").withField("days", "3").withField("title", "ü €")));
        assertEquals("200 :1:[]", post("/text", form().withField("title", "").withField("days", "")));
    }

    @Test
    void passesOverPartsThatNobodyTakes() throws Exception {
        assertEquals(
                "200 x:1:[]",
                post(
                        "/text",
                        form().withFile("other", "o", MediaType.IMAGE_PNG, PartRequests.octets("x".repeat(500_000)))
                                .withField("title", "x")
                                .withField("Title", "y")));
    }

    @Test
    void takesUploadsWithAllThatTheClientSays() throws Exception {
        MultipartContent form = PartRequests.file("photo", "dir/me.txt", "abc");
        assertEquals("200 photo|me.txt|text/plain|3|abc", post("/upload", form));
        assertEquals("200 photo|me.txt|text/plain|3|abc", post("/composed", form));
        assertEquals("200 photo|-|text/plain|1|x", post("/upload", form().withField("photo", "x")));
        assertEquals("200 photo|e|text/plain|0|", post("/upload", PartRequests.file("photo", "e", "")));
    }

    @Test
    void takesUploadsThatDoNotFitIntoMemory() throws Exception {
        String large = "x".repeat(1_000_000);
        assertEquals(
                "200 photo|l|text/plain|1000000|" + large, post("/upload", PartRequests.file("photo", "l", large)));
    }

    @Test
    void takesAllUploadsOfAName() throws Exception {
        assertEquals("200", post("/many", form()));
        assertEquals(
                "200 file|a|text/plain|1|1 file|b|text/plain|1|2",
                post(
                        "/many",
                        PartRequests.file("file", "a", "1")
                                .withField("x", "y")
                                .withFile("file", "b", MediaType.TEXT_PLAIN, PartRequests.octets("2"))));
    }

    @Test
    void takesOctets() throws Exception {
        assertEquals(
                "200 3:two:[[51], [51]]:2",
                post(
                        "/octets",
                        form().withField("one", "one")
                                .withField("two", "two")
                                .withField("three", "3")
                                .withField("three", "3")
                                .withField("four", "4")
                                .withField("four", "4")));
    }

    @Test
    void takesWhatIsMissingForNothing() throws Exception {
        String nothing = "200 Optional.empty:null:Optional.empty:[]:Optional.empty:null";
        assertEquals(nothing, post("/missing", form()));
        assertEquals(nothing, weir.text(Request.of(Method.POST, "/missing")));
    }

    @Test
    void takesAFileThatWasNotChosenForMissing() throws Exception {
        assertEquals(
                "200 Optional.empty:null:Optional.empty:[]:Optional.empty:null",
                post(
                        "/missing",
                        PartRequests.file("a", "", "")
                                .withFile("b", "", MediaType.APPLICATION_OCTET_STREAM, PartRequests.octets(""))));
        String text = post("/upload", PartRequests.file("photo", "", ""));
        assertTrue(text.contains("{\"in\":\"part\",\"name\":\"photo\",\"code\":\"missing\""), text);
    }

    @Test
    void readsJson() throws Exception {
        MultipartContent form = json(form(), "place", "{\"name\":\"x\",\"floor\":3}");
        assertEquals("200 Place[name=x, floor=3]:Optional.empty:[]", post("/json", form));
        assertEquals(
                "200 Place[name=x, floor=3]:Optional[{a=1}]:[Place[name=y, floor=0], Place[name=z, floor=1]]",
                post(
                        "/json",
                        json(
                                json(json(form, "sizes", "{\"a\":1}"), "others", "{\"name\":\"y\",\"floor\":0}"),
                                "others",
                                "{\"name\":\"z\",\"floor\":1}")));
    }

    @Test
    void refusesJsonThatDoesNotSaySo() throws Exception {
        String text = post("/json", form().withField("place", "{\"name\":\"x\",\"floor\":3}"));
        assertTrue(text.startsWith("400"), text);
        assertTrue(text.contains("{\"in\":\"part\",\"name\":\"place\",\"code\":\"not-json\""), text);
    }

    @Test
    void tellsWhereJsonIsWrong() throws Exception {
        String text = post("/json", json(json(form(), "place", "{\"name\":\"x\",\"floor\":\"y\"}"), "sizes", "{"));
        assertTrue(text.contains("\"detail\":\"2 parameters are invalid\""), text);
        assertTrue(text.contains("\"pointer\":\"#/floor\""), text);
        assertTrue(text.contains("{\"in\":\"part\",\"name\":\"sizes\",\"code\":\"malformed-json\""), text);
        assertTrue(text.contains("\"line\":1"), text);
        String missing = post("/json", json(form(), "place", "null"));
        assertTrue(missing.contains("{\"in\":\"part\",\"name\":\"place\",\"code\":\"missing\""), missing);
    }

    @Test
    void fillsRecords() throws Exception {
        assertEquals(
                "200 t:photo|p|text/plain|1|x:true",
                post("/record?dry=true", PartRequests.file("photo", "p", "x").withField("title", "t")));
        assertEquals("200 t:-:false", post("/record?dry=false", form().withField("title", "t")));
    }

    @Test
    void tellsWrongPartsTogetherWithAllOtherParameters() throws Exception {
        String text = post(
                "/record",
                PartRequests.file("photo", "a", "s3cret")
                        .withFile("photo", "b", MediaType.IMAGE_PNG, PartRequests.octets("")));
        assertTrue(text.contains("\"detail\":\"3 parameters are invalid\""), text);
        assertTrue(text.contains("{\"in\":\"part\",\"name\":\"title\",\"code\":\"missing\""), text);
        assertTrue(text.contains("{\"in\":\"part\",\"name\":\"photo\",\"code\":\"repeated\""), text);
        assertTrue(text.contains("{\"in\":\"query\",\"name\":\"dry\",\"code\":\"missing\""), text);
        assertFalse(text.contains("s3cret"), text);
    }

    @Test
    void tellsTextThatIsNoneInItsCharset() throws Exception {
        String text = post(
                "/text",
                form().withFile("title", "t", MediaType.TEXT_PLAIN_UTF_8, dev.weir.http.ResponseContent.of(new byte[] {
                    (byte) 0xFF
                })));
        assertTrue(text.contains("{\"in\":\"part\",\"name\":\"title\",\"code\":\"malformed\""), text);
    }

    @Test
    void takesPartsAsTheyArrive() throws Exception {
        assertEquals(
                "200 a=1 b=2 a=3",
                post("/streamed", form().withField("a", "1").withField("b", "2").withField("a", "3")));
    }

    @Test
    void takesOnePartInSeveralWays() throws Exception {
        Request request =
                PartRequests.withFields("/shared", "a", List.of("xyz")).withMethod(Method.PUT);
        assertEquals("200 xyz33", weir.text(request));
    }

    @Test
    void takesNoContentForAFormWithoutParts() throws Exception {
        assertEquals("200 Optional.empty", weir.text(Request.of(Method.DELETE, "/optional")));
        assertTrue(weir.text(Request.of(Method.POST, "/text")).contains("\"1 parameter is invalid\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/upload", "/text", "/streamed"})
    void refusesOtherMediaTypesAndSaysWhichItTakes(String target) throws Exception {
        for (MediaType type : List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED)) {
            Response response = weir.handle(Request.post(target, type, "{}"));
            assertEquals(415, response.status().code());
            assertEquals(Optional.of("multipart/form-data"), response.header("Accept"));
        }
    }

    @Test
    void refusesMalformedContent() throws Exception {
        Request request = Request.post("/upload", MediaType.MULTIPART_FORM_DATA.with("boundary", "b"), "--b\r\n");
        String text = weir.text(request);
        assertTrue(text.startsWith("400"), text);
        assertTrue(text.contains("it ends within part 1"), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/text", "/octets", "/json"})
    void refusesWhatIsTooLongForMemory(String target) throws Exception {
        String name = target.equals("/text") ? "title" : target.equals("/octets") ? "one" : "place";
        String text = post(target, PartRequests.file(name, "x", "x".repeat((256 << 10) + 1)));
        assertTrue(text.startsWith("413"), text);
        assertTrue(text.contains("part 1 is longer than 262144 octets"), text);
    }

    @Test
    void refusesContentAboveTheLimit() throws Exception {
        Request request = PartRequests.of("/upload", PartRequests.file("photo", "x", "x".repeat(1000)));
        String text = weir.text(request.withContent(request.content().limitedTo(500)));
        assertTrue(text.startsWith("413"), text);
    }

    @Test
    void takesOtherLimits() throws Exception {
        Weir other = Weir.of(Controllers.builder()
                .add(new Forms())
                .multipart(MultipartLimits.defaults().withContent(5000).withMemory(3)));
        Request small = PartRequests.of("/text", form().withField("title", "abc"));
        assertEquals(
                "200 abc:1:[]", other.text(small.withContent(small.content().limitedTo(1))));
        assertTrue(other.text(PartRequests.of("/text", form().withField("title", "abcd")))
                .startsWith("413"));
        assertTrue(other.text(PartRequests.of("/upload", PartRequests.file("photo", "x", "x".repeat(5000))))
                .startsWith("413"));
        assertTrue(other.text(PartRequests.of("/streamed", form().withField("title", "abcd")))
                .startsWith("413"));
    }
}
