package dev.weir.controllers;

import static dev.weir.controllers.ConstraintsTest.assertErrors;
import static dev.weir.controllers.PartRequests.form;
import static dev.weir.controllers.PartRequests.octets;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.weir.annotations.Controller;
import dev.weir.annotations.Params;
import dev.weir.annotations.Part;
import dev.weir.annotations.Post;
import dev.weir.annotations.QueryParam;
import dev.weir.http.MediaType;
import dev.weir.multipart.MultipartContent;
import dev.weir.multipart.Upload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Constraints of parts of forms. */
class PartConstraintsTest {

    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.PARAMETER)
    @interface Nullable {}

    record Place(
            @JsonProperty("n") @NotBlank String name,
            @Min(1) int floor) {}

    record Entry(@Part Place place, @QueryParam int page) {}

    record Whole(@Params Entry entry, @QueryParam @Max(9) int size) {}

    @Controller
    static final class Forms {

        @Post("/title")
        String title(@Part @Size(max = 3) String title) {
            return "title";
        }

        @Post("/files")
        String files(@Part @Size(max = 1) List<Upload> file) {
            return "files";
        }

        @Post("/needed")
        String needed(@Part @Nullable @NotNull Upload file) {
            return "needed";
        }

        @Post("/place")
        String place(@Part Place place) {
            return "place";
        }

        @Post("/valid")
        String valid(@Part @Valid Place place) {
            return "valid";
        }

        @Post("/maybe")
        String maybe(@Part Optional<Place> place) {
            return "maybe";
        }

        @Post("/places")
        String places(@Part List<Place> place) {
            return "places";
        }

        @Post("/record")
        String record(@Params Whole whole) {
            return "record";
        }
    }

    private static final String RIGHT = "{\"n\":\"a\",\"floor\":1}";
    private static final String WRONG = "{\"n\":\"a\",\"floor\":0}";
    private static final String FLOOR = "\"code\":\"min\",\"detail\":\"must be greater than or equal to 1\"}";

    private final Weir weir = Weir.of(new Forms());

    private String post(String target, MultipartContent form) throws Exception {
        return weir.text(PartRequests.of(target, form));
    }

    private static MultipartContent places(String... texts) {
        MultipartContent form = form();
        for (String text : texts) {
            form = form.withFile("place", "p", MediaType.APPLICATION_JSON, octets(text));
        }
        return form;
    }

    @Test
    void tellsTextByTheNameOfItsPart() throws Exception {
        assertErrors(
                post("/title", form().withField("title", "long")),
                "{\"in\":\"part\",\"name\":\"title\",\"code\":\"size\",\"detail\":\"size must be between 0 and 3\"}");
    }

    @Test
    void tellsUploadsByTheNameOfTheirParts() throws Exception {
        MultipartContent one = PartRequests.file("file", "a", "a");
        assertEquals("200 files", post("/files", one));
        assertErrors(
                post("/files", one.withFile("file", "b", MediaType.TEXT_PLAIN_UTF_8, octets("b"))),
                "{\"in\":\"part\",\"name\":\"file\",\"code\":\"size\",\"detail\":\"size must be between 0 and 1\"}");
        assertErrors(
                post("/needed", form()),
                "{\"in\":\"part\",\"name\":\"file\",\"code\":\"not-null\",\"detail\":\"must not be null\"}");
    }

    @Test
    void checksJsonWithOrWithoutAnotherAnnotation() throws Exception {
        for (String target : List.of("/place", "/valid", "/maybe")) {
            assertEquals("200 " + target.substring(1), post(target, places(RIGHT)));
            assertErrors(
                    post(target, places(WRONG)),
                    "{\"in\":\"part\",\"name\":\"place\",\"pointer\":\"#/floor\"," + FLOOR);
        }
        assertEquals("200 maybe", post("/maybe", form()));
    }

    @Test
    void pointsToMembersByTheirNamesInJson() throws Exception {
        assertErrors(
                post("/place", places("{\"n\":\"\",\"floor\":1}")),
                "{\"in\":\"part\",\"name\":\"place\",\"pointer\":\"#/n\",\"code\":\"not-blank\",\"detail\":\"must not be blank\"}");
    }

    @Test
    void tellsWhichOfSeveralPartsIsWrong() throws Exception {
        assertErrors(
                post("/places", places(RIGHT, WRONG)),
                "{\"in\":\"part\",\"name\":\"place\",\"pointer\":\"#/1/floor\"," + FLOOR);
    }

    @Test
    void checksJsonInRecordsOfParameters() throws Exception {
        assertEquals("200 record", post("/record?page=1&size=9", places(RIGHT)));
        assertErrors(
                post("/record?page=1&size=10", places(WRONG)),
                "{\"in\":\"part\",\"name\":\"place\",\"pointer\":\"#/floor\"," + FLOOR,
                "{\"in\":\"query\",\"name\":\"size\",\"code\":\"max\",\"detail\":\"must be less than or equal to 9\"}");
    }
}
