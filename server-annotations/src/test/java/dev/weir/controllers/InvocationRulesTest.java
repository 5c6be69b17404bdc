package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.weir.annotations.Body;
import dev.weir.annotations.Controller;
import dev.weir.annotations.Get;
import dev.weir.annotations.Post;
import dev.weir.annotations.QueryParam;
import dev.weir.json.JsonCodec;
import dev.weir.json.JsonReadException;
import dev.weir.json.JsonReader;
import dev.weir.json.JsonWriter;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of invocation and of the JSON codec, one test for each, in their order. */
class InvocationRulesTest {

    record Line(String item, int quantity) {}

    record Order(String customer, List<Line> lines) {}

    @Controller
    static final class Methods {
        @Get("/none")
        String none() {
            return "none";
        }

        @Get("/all-primitives")
        String primitives(
                @QueryParam boolean a,
                @QueryParam byte b,
                @QueryParam short c,
                @QueryParam char d,
                @QueryParam int e,
                @QueryParam long f,
                @QueryParam float g,
                @QueryParam double h,
                @QueryParam String i) {
            return a + " " + b + " " + c + " " + d + " " + e + " " + f + " " + g + " " + h + " " + i;
        }

        @Get("/many-at-the-end")
        String manyAtTheEnd(@QueryParam int first, @QueryParam String... others) {
            return first + " " + others.length;
        }

        @Get("/primitive-result")
        long primitiveResult() {
            return Long.MAX_VALUE;
        }

        @Get("/boolean-result")
        boolean booleanResult() {
            return true;
        }

        @Get("/throws")
        String throwing() throws IOException {
            throw new IOException("as it is");
        }

        @Get("/throws-out-of-a-lambda")
        String throwingSneakily() {
            return sneaky(new Exception("checked"));
        }

        @SuppressWarnings("unchecked")
        private static <T, E extends Exception> T sneaky(Exception e) throws E {
            throw (E) e;
        }

        @Post("/orders")
        Map<String, Order> order(@Body Order order) {
            return Map.of("order", order);
        }

        @Get("/lines")
        Stream<Line> lines() {
            return Stream.of(new Line("x", 1));
        }
    }

    /** What an application would write for Jackson 2. */
    private static final class Jackson2 implements JsonCodec {

        private final ObjectMapper mapper = new ObjectMapper();

        @Override
        public JsonReader reader(Type type) {
            ObjectReader reader = mapper.readerFor(known(type));
            return text -> {
                try {
                    return reader.readValue(text);
                } catch (JsonMappingException e) {
                    throw JsonReadException.mismatch(pointer(e), "malformed", "not a valid value");
                } catch (JsonProcessingException e) {
                    JsonLocation at = e.getLocation();
                    throw JsonReadException.malformed("no JSON", at.getLineNr(), at.getColumnNr());
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            };
        }

        @Override
        public JsonWriter writer(Type type) {
            ObjectWriter writer = mapper.writerFor(known(type));
            return value -> {
                try {
                    return writer.writeValueAsBytes(value);
                } catch (JsonProcessingException e) {
                    throw new IllegalStateException(e);
                }
            };
        }

        private JavaType known(Type type) {
            JavaType known = mapper.constructType(type);
            if (known.hasRawClass(Thread.class)) {
                throw new IllegalArgumentException("a thread is no value");
            }
            return known;
        }

        private static String pointer(JsonMappingException e) {
            StringBuilder pointer = new StringBuilder("#");
            e.getPath().forEach(each -> pointer.append('/')
                    .append(each.getFieldName() == null ? each.getIndex() : each.getFieldName()));
            return pointer.toString();
        }
    }

    @Controller
    static final class OfThreads {
        @Get("/thread")
        Thread thread() {
            return Thread.currentThread();
        }
    }

    private final Weir weir = Weir.of(new Methods());
    private final Weir withJackson2 =
            Weir.of(Controllers.builder().json(new Jackson2()).add(new Methods()));

    @Test
    void aMethodIsCalledWithWhatItDeclaresHoweverMany() throws Exception {
        assertEquals("200 none", weir.get("/none"));
        assertEquals(
                "200 true -1 2 x 4 5 6.5 7.5 y",
                weir.get("/all-primitives?a=true&b=-1&c=2&d=x&e=4&f=5&g=6.5&h=7.5&i=y"));
        assertEquals("200 1 2", weir.get("/many-at-the-end?first=1&others=a&others=b"));
        assertEquals("200 1 0", weir.get("/many-at-the-end?first=1"));
        assertEquals("200 9223372036854775807", weir.get("/primitive-result"));
        assertEquals("200 true", weir.get("/boolean-result"));
    }

    @Test
    void whatItThrowsFliesAsItIs() {
        assertEquals(
                "as it is",
                assertThrows(IOException.class, () -> weir.get("/throws")).getMessage());
        assertEquals(
                "checked",
                assertThrows(Exception.class, () -> weir.get("/throws-out-of-a-lambda"))
                        .getMessage());
    }

    @Test
    void jackson2CanReadAndWrite() throws Exception {
        assertEquals(
                "200 {\"order\":{\"customer\":\"ada\",\"lines\":[{\"item\":\"x\",\"quantity\":1}]}}",
                withJackson2.post("/orders", "{\"customer\":\"ada\",\"lines\":[{\"item\":\"x\",\"quantity\":1}]}"));
        assertEquals("200 [{\"item\":\"x\",\"quantity\":1}]", withJackson2.get("/lines"));
    }

    @Test
    void jackson2CanTellThePlaceOfAFault() throws Exception {
        String text = withJackson2.post("/orders", "{\"lines\":[{\"quantity\":\"x\"}]}");
        assertTrue(text.startsWith("400"), text);
        assertTrue(text.contains("{\"in\":\"body\",\"pointer\":\"#/lines/0/quantity\",\"code\":\"malformed\""), text);
        text = withJackson2.post("/orders", "{\"lines\":\n?");
        assertTrue(text.contains("\"code\":\"malformed-json\",\"detail\":\"no JSON\",\"line\":2"), text);
    }

    @Test
    void aTypeThatTheCodecRefusesIsAFaultAtStartUp() {
        InvalidControllersException refusal =
                assertThrows(InvalidControllersException.class, () -> Controllers.builder()
                        .json(new Jackson2())
                        .add(new OfThreads())
                        .routes());
        assertTrue(refusal.getMessage().contains("The JSON library says: a thread is no value."), refusal.getMessage());
    }
}
