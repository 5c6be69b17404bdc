package dev.weir.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A video of the public directory in headless Chromium, in which somebody goes to a place that is not loaded yet. */
class VideoSeekingIT extends PageTests {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private static final int SECONDS = 60;

    /** From here on pictures are green; before, they are blue. */
    private static final int GREEN_FROM = 50;

    private static final int WANTED = 55;

    private static final List<Long> BLUE = List.of(0L, 0L, 1L);
    private static final List<Long> GREEN = List.of(0L, 1L, 0L);

    private static final JsonMapper MAPPER = new JsonMapper();

    private static long length;

    @BeforeAll
    static void makeVideo() throws IOException {
        browser.keepNothing();
        Path directory = folder.resolve(PUBLIC);
        byte[] blue = picture("0,0,255");
        byte[] green = picture("0,255,0");
        List<byte[]> pictures = new ArrayList<>(Collections.nCopies(GREEN_FROM * WebmVideo.PICTURES_PER_SECOND, blue));
        pictures.addAll(Collections.nCopies((SECONDS - GREEN_FROM) * WebmVideo.PICTURES_PER_SECOND, green));
        byte[] video = WebmVideo.of(pictures, WIDTH, HEIGHT);
        length = video.length;
        Files.write(directory.resolve("video.webm"), video);
        Files.writeString(directory.resolve("video.html"), """
                <!DOCTYPE html>
                <html lang="en"><title>Video</title><video src="video.webm" preload="metadata" controls></video></html>
                """);
    }

    /** A picture that Chromium paints: a square of that colour in the midst of noise, which makes it long. */
    private static byte[] picture(String colour) {
        Object url = browser.driver().executeScript("""
                        const canvas = Object.assign(document.createElement("canvas"), { width: %d, height: %d });
                        const context = canvas.getContext("2d", { alpha: false });
                        const noise = context.createImageData(canvas.width, canvas.height);
                        noise.data.forEach((_, i) => noise.data[i] = i %% 4 === 3 ? 255 : 256 * Math.random());
                        context.putImageData(noise, 0, 0);
                        context.fillStyle = "rgb(%s)";
                        context.fillRect(canvas.width / 4, canvas.height / 4, canvas.width / 2, canvas.height / 2);
                        return canvas.toDataURL("image/webp", 0.9);
                        """.formatted(WIDTH, HEIGHT, colour));
        String text = String.valueOf(url);
        return WebmVideo.picture(Base64.getDecoder().decode(text.substring(text.indexOf(',') + 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/public/video.html", "/public/video.webm"})
    void showsAPlaceThatWasNotLoadedYet(String path) throws IOException {
        open(path);
        await(() -> video("readyState >= HTMLMediaElement.HAVE_CURRENT_DATA").equals(true));
        assertEquals((long) SECONDS, video("duration"));
        assertEquals(BLUE, colour());
        assertTrue(((Number) video("buffered.end(0)")).doubleValue() < WANTED, "all of it is loaded already");
        List<Part> before = partsAskedFor();
        assertTrue(before.stream().allMatch(part -> part.start() == 0), before.toString());

        browser.driver()
                .executeScript("const video = document.querySelector('video'); video.pause();"
                        + " video.onseeked = () => video.hasArrived = true; video.currentTime = " + WANTED);

        await(() -> Boolean.TRUE.equals(video("hasArrived")));
        assertEquals((long) WANTED, video("currentTime"));
        assertEquals(GREEN, colour());
        List<Part> parts = partsAskedFor();
        assertTrue(
                parts.stream().anyMatch(part -> part.start() > length / 2 && part.start() < length - 1),
                parts.toString());
        for (Part part : parts) {
            assertEquals(206, part.status(), part.toString());
            assertEquals(
                    "bytes " + part.start() + "-" + (length - 1) + "/" + length, part.contentRange(), part.toString());
        }
        browser.keepScreenshot("video");
    }

    private static Object video(String expression) {
        return browser.driver().executeScript("return document.querySelector('video')." + expression);
    }

    /** The colour in the middle of the picture that is shown, as far as it is red, green and blue at all. */
    private static List<?> colour() {
        return (List<?>) browser.driver().executeScript("""
                        const video = document.querySelector("video");
                        const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
                        const context = canvas.getContext("2d");
                        context.drawImage(video, 0, 0);
                        const middle = context.getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data;
                        return Array.from(middle.slice(0, 3), part => Math.round(part / 255));
                        """);
    }

    /**
     * What Chromium asked for and was answered.
     *
     * @param start of the range that it asked for
     */
    private record Part(long start, int status, String contentRange) {}

    /** The parts of videos that were asked for since this was last called, and answered. */
    private static List<Part> partsAskedFor() {
        Map<String, Long> starts = new HashMap<>();
        List<Part> parts = new ArrayList<>();
        for (LogEntry entry : browser.driver().manage().logs().get(LogType.PERFORMANCE)) {
            JsonNode message = MAPPER.readTree(entry.getMessage()).get("message");
            JsonNode params = message.get("params");
            String id = params.path("requestId").asString("");
            String method = message.get("method").asString();
            if (method.equals("Network.requestWillBeSent")
                    && params.at("/request/headers/Range").isString()) {
                Matcher range = Pattern.compile("bytes=(\\d+)-")
                        .matcher(params.at("/request/headers/Range").asString());
                assertTrue(range.matches(), params.toString());
                starts.put(id, Long.valueOf(range.group(1)));
            } else if (method.equals("Network.responseReceived") && starts.containsKey(id)) {
                JsonNode response = params.get("response");
                parts.add(new Part(
                        starts.get(id),
                        response.get("status").asInt(),
                        response.at("/headers/Content-Range").asString("")));
            }
        }
        return parts;
    }
}
