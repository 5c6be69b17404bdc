package dev.weir.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.weir.annotations.Body;
import dev.weir.annotations.Controller;
import dev.weir.annotations.Get;
import dev.weir.annotations.Post;
import dev.weir.json.Patched;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonAppend;

/** JSON Schemas of Java types, as they stand in documents. */
class SchemasTest {

    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
    @interface Nullable {}

    private static void assertSchema(String expected, Object controller, String name) {
        assertEquals(
                Api.pretty(Api.MAPPER.readTree(expected)),
                Api.pretty(Api.document(controller).at("/components/schemas/" + name)));
    }

    record Scalars(
            boolean flag,
            byte octet,
            short small,
            int number,
            Long large,
            float rough,
            double fine,
            BigInteger whole,
            BigDecimal exact,
            char letter,
            String text,
            UUID id,
            URI link,
            byte[] octets,
            Instant at,
            LocalDate day,
            LocalDateTime local,
            OffsetTime time,
            Duration length,
            Year year,
            ZoneId zone,
            Object anything) {}

    @Controller("/scalars")
    static final class OfScalars {
        @Get
        Scalars get() {
            return null;
        }
    }

    @Test
    void valuesOfTheJdkHaveTypesAndFormats() {
        JsonNode properties = Api.document(new OfScalars()).at("/components/schemas/Scalars/properties");
        assertEquals(Api.pretty(Api.MAPPER.readTree("""
                {"flag": {"type": "boolean"},
                 "octet": {"type": "integer", "format": "int8"},
                 "small": {"type": "integer", "format": "int16"},
                 "number": {"type": "integer", "format": "int32"},
                 "large": {"type": "integer", "format": "int64"},
                 "rough": {"type": "number", "format": "float"},
                 "fine": {"type": "number", "format": "double"},
                 "whole": {"type": "integer"},
                 "exact": {"type": "number"},
                 "letter": {"type": "string", "minLength": 1, "maxLength": 1},
                 "text": {"type": "string"},
                 "id": {"type": "string", "format": "uuid"},
                 "link": {"type": "string", "format": "uri-reference"},
                 "octets": {"type": "string", "contentEncoding": "base64"},
                 "at": {"type": "string", "format": "date-time"},
                 "day": {"type": "string", "format": "date"},
                 "local": {"type": "string", "format": "date-time-local"},
                 "time": {"type": "string", "format": "time"},
                 "length": {"type": "string", "format": "duration"},
                 "year": {"type": "integer"},
                 "zone": {"type": "string"},
                 "anything": {}}
                """)), Api.pretty(properties));
    }

    enum Colour {
        RED,
        @JsonProperty("dark-blue")
        BLUE
    }

    record Nullabilities(
            String always,
            Optional<String> maybe,
            OptionalLong number,
            Optional<Colour> colour,
            @Nullable String annotated,
            List<Optional<String>> elements,
            Map<String, Set<Integer>> sets) {}

    @Controller("/nullabilities")
    static final class OfNullabilities {
        @Post
        Nullabilities post(@Body Nullabilities sent) {
            return sent;
        }
    }

    @Test
    void optionalAndNullableMembersMayBeNullOrMissing() {
        assertSchema("""
                {"type": "object",
                 "properties": {
                   "always": {"type": "string"},
                   "maybe": {"type": ["string", "null"]},
                   "number": {"type": ["integer", "null"], "format": "int64"},
                   "colour": {"anyOf": [{"$ref": "#/components/schemas/Colour"}, {"type": "null"}]},
                   "annotated": {"type": ["string", "null"]},
                   "elements": {"type": "array", "items": {"type": ["string", "null"]}},
                   "sets": {"type": "object", "additionalProperties":
                     {"type": "array", "items": {"type": "integer", "format": "int32"}, "uniqueItems": true}}},
                 "required": ["always", "elements", "sets"]}
                """, new OfNullabilities(), "Nullabilities");
    }

    @Test
    void enumsHaveTheirNamesOnTheWire() {
        assertSchema("""
                {"type": "string", "enum": ["RED", "dark-blue"]}
                """, new OfNullabilities(), "Colour");
    }

    record Change(Patched<String> name, Patched<List<Integer>> numbers) {}

    @Controller("/changes")
    static final class OfChanges {
        @Post
        void change(@Body Change change) {}
    }

    @Test
    void patchedMembersMayBeNullOrMissing() {
        assertSchema("""
                {"type": "object",
                 "properties": {
                   "name": {"type": ["string", "null"]},
                   "numbers": {"type": ["array", "null"], "items": {"type": "integer", "format": "int32"}}}}
                """, new OfChanges(), "Change");
    }

    record Tree<T>(T value, List<Tree<T>> below) {}

    @Controller("/trees")
    static final class OfTrees {
        @Get("/numbers")
        Tree<Integer> numbers() {
            return null;
        }

        @Get("/texts")
        Map<String, Tree<List<String>>> texts() {
            return null;
        }
    }

    @Test
    void genericTypesAreNamedWithTheirArgumentsAndMayBeRecursive() {
        assertSchema("""
                {"type": "object",
                 "properties": {
                   "value": {"type": "integer", "format": "int32"},
                   "below": {"type": "array", "items": {"$ref": "#/components/schemas/TreeOfInteger"}}},
                 "required": ["value", "below"]}
                """, new OfTrees(), "TreeOfInteger");
        assertSchema("""
                {"type": "object",
                 "properties": {
                   "value": {"type": "array", "items": {"type": "string"}},
                   "below": {"type": "array", "items": {"$ref": "#/components/schemas/TreeOfListOfString"}}},
                 "required": ["value", "below"]}
                """, new OfTrees(), "TreeOfListOfString");
    }

    static final class Club {
        record Member(String name) {}
    }

    static final class Parliament {
        record Member(int seat) {}
    }

    @Controller("/members")
    static final class OfMembers {
        @Get("/club")
        Club.Member club() {
            return null;
        }

        @Get("/parliament")
        Parliament.Member parliament() {
            return null;
        }
    }

    @Test
    void typesOfTheSameNameAreToldApart() {
        assertEquals(
                List.of("Club.Member", "Parliament.Member", "Problem", "ProblemError"),
                List.copyOf(
                        Api.document(new OfMembers()).at("/components/schemas").propertyNames()));
    }

    record Problem(String mine) {}

    @Controller("/problems")
    static final class OfProblems {
        @Get
        Problem get() {
            return null;
        }
    }

    @Test
    void aTypeIsNotTakenForAProblemDocument() {
        assertSchema("""
                {"type": "object", "properties": {"mine": {"type": "string"}}, "required": ["mine"]}
                """, new OfProblems(), "SchemasTest.Problem");
    }

    static final class Bean {
        private String name = "x";

        @JsonIgnore
        public String hidden = "y";

        @JsonInclude(JsonInclude.Include.NON_NULL)
        public String rare;

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public int getLength() {
            return name.length();
        }
    }

    @Controller("/beans")
    static final class OfBeans {
        @Post
        Bean post(@Body Bean bean) {
            return bean;
        }
    }

    @Test
    void beansThatAreReadOtherwiseThanWrittenHaveTwoSchemas() {
        assertSchema("""
                {"type": "object",
                 "properties": {"length": {"type": "integer", "format": "int32"}, "name": {"type": "string"}, "rare": {"type": "string"}},
                 "required": ["length", "name"]}
                """, new OfBeans(), "Bean");
        assertSchema("""
                {"type": "object",
                 "properties": {"name": {"type": "string"}, "rare": {"type": "string"}}}
                """, new OfBeans(), "BeanInput");
    }

    sealed interface Shape permits Circle, Square {}

    record Circle(double radius) implements Shape {}

    record Square(double side) implements Shape {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
    sealed interface Animal permits Cat {}

    @JsonTypeName("cat")
    record Cat(int lives) implements Animal {}

    record Drawing(List<Shape> shapes, Animal animal) {}

    @Controller("/drawings")
    static final class OfDrawings {
        @Get
        Drawing get() {
            return null;
        }
    }

    @Test
    void aSealedTypeIsAnyOfItsClassesUnlessATagTellsThemApart() {
        assertSchema("""
                {"anyOf": [{"$ref": "#/components/schemas/Circle"}, {"$ref": "#/components/schemas/Square"}]}
                """, new OfDrawings(), "Shape");
        assertSchema("""
                {"oneOf": [
                  {"type": "object", "properties": {"cat": {"$ref": "#/components/schemas/Cat"}}, "required": ["cat"]}]}
                """, new OfDrawings(), "Animal");
    }

    record Self(@JsonValue List<Self> selves) {}

    @Controller("/selves")
    static final class OfSelves {
        @Get
        Self get() {
            return null;
        }
    }

    @Test
    void aTypeThatIsWrittenAsItselfHasAnEnd() {
        assertEquals(
                "{\"type\":\"array\",\"items\":{}}",
                Api.document(new OfSelves())
                        .at("/paths/~1selves/get/responses/200/content/application~1json/schema")
                        .toString());
    }

    record Email(@JsonValue String text) {}

    record Contact(
            Email email,
            @JsonFormat(shape = JsonFormat.Shape.NUMBER) Instant since,
            @JsonFormat(pattern = "dd.MM.yyyy") LocalDate day) {}

    @Controller("/contacts")
    static final class OfContacts {
        @Get
        Contact get() {
            return null;
        }
    }

    @Test
    void whatJacksonIsToldToWriteOtherwiseIsDescribedSo() {
        JsonNode properties = Api.document(new OfContacts()).at("/components/schemas/Contact/properties");
        assertEquals("string", properties.at("/email/type").asString());
        assertEquals("number", properties.at("/since/type").asString());
        assertEquals("{\"type\":\"string\"}", properties.get("day").toString());
    }

    @JsonAppend(attrs = @JsonAppend.Attr("stamp"))
    record Stamped(String text) {}

    @Controller("/stamped")
    static final class OfStamped {
        @Get
        Stamped get() {
            return null;
        }
    }

    @Test
    void membersThatJacksonAddsHaveNoMemberOfTheClass() {
        assertSchema("""
                {"type": "object",
                 "properties": {"text": {"type": "string"}, "stamp": {}},
                 "required": ["text"]}
                """, new OfStamped(), "Stamped");
    }
}
