package dev.weir.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weir.controllers.Controllers;
import dev.weir.testing.TestClient;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What constraints of Jakarta Validation become in documents. */
class ConstraintSchemasTest {

    private static JsonNode document;
    private static TestClient client;

    @BeforeAll
    static void start() {
        Api.openToJackson();
        document = Api.document(new ConstrainedApi());
        client = TestClient.inMemory(dev.weir.HttpServer.builder().routes(Controllers.of(new ConstrainedApi())));
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    private static JsonNode members(String type) {
        return document.at("/components/schemas/" + type + "/properties");
    }

    private static void assertMembers(String expected, String type) {
        StringBuilder all = new StringBuilder();
        members(type).properties().forEach(member -> all.append(member.getKey())
                .append(' ')
                .append(member.getValue())
                .append('\n'));
        assertEquals(expected, all.toString());
    }

    @Test
    void numbersHaveBounds() {
        assertMembers("""
                a {"type":"integer","format":"int32","minimum":1,"maximum":9}
                b {"type":"number","minimum":0.5,"exclusiveMaximum":2.5}
                c {"type":"integer","format":"int64","minimum":1}
                d {"type":"number","format":"double","exclusiveMinimum":0}
                e {"type":"integer","format":"int32","maximum":-1}
                f {"type":"integer","format":"int32","minimum":0,"maximum":0}
                g {"type":"integer","format":"int32","minimum":3,"maximum":4}
                h {"type":["integer","null"],"format":"int32","minimum":1}
                i {"type":["integer","null"],"format":"int32","maximum":3}
                j {"type":"integer","format":"int32","minimum":7}
                k {"type":"integer","format":"int32"}
                """, "Numbers");
    }

    @Test
    void textsHaveLengthsAndPatternsThatBothLanguagesHave() {
        assertMembers("""
                a {"type":"string","minLength":1,"pattern":"\\\\S"}
                b {"type":"string","minLength":2,"maxLength":3}
                c {"type":"string","pattern":"^(?:[a-z]+)$","maxLength":4}
                d {"type":"string"}
                e {"type":"string"}
                f {"type":"string","format":"email"}
                g {"type":"string","pattern":"^(?:a.*)$","allOf":[{"pattern":"^(?:.*z)$"}]}
                h {"type":"string","minLength":1,"pattern":"\\\\S","maxLength":5}
                i {"type":"string"}
                j {"type":"string","maxLength":2}
                k {"type":"string","minLength":1}
                """, "Texts");
    }

    @Test
    void whatHoldsSeveralHasASizeAndSoDoElements() {
        assertMembers("""
                a {"type":"array","items":{"type":"string","minLength":1,"pattern":"\\\\S"},"minItems":1}
                b {"type":"object","additionalProperties":{"type":"integer","format":"int32","minimum":1},"maxProperties":2}
                c {"type":"array","items":{"type":"string"},"maxItems":1}
                d {"type":"array","items":{"$ref":"#/components/schemas/Line"}}
                e {"type":"array","items":{"type":"integer","format":"int32"},"uniqueItems":true}
                f {"type":"boolean","enum":[true]}
                """, "Several");
        assertEquals("""
                {"count":{"type":"integer","format":"int32","minimum":1}}""", members("Line").toString());
    }

    @Test
    void whatMustNotBeNullIsRequiredAndNotNullable() {
        assertMembers("""
                a {"type":"string"}
                b {"type":["string","null"],"maxLength":2}
                c {"type":"string"}
                d {"type":"string","maxLength":3}
                e {"type":["string","null"],"maxLength":3}
                """, "Presence");
        assertEquals(
                "[\"a\",\"c\"]",
                document.at("/components/schemas/Presence/required").toString());
        assertMembers("""
                name {"type":"string","maxLength":3}
                size {"type":"integer","format":"int32"}
                """, "Bean");
        assertEquals(
                "[\"name\"]", document.at("/components/schemas/Bean/required").toString());
    }

    @Test
    void contentHasConstraintsOfItsParameter() {
        assertEquals("""
                {"type":"array","items":{"type":"integer","format":"int32","minimum":1},"minItems":1,"maxItems":2}""", content("list", "application/json").get("schema").toString());
        assertEquals("""
                {"type":"string","maxLength":3}""", content("text", "*/*").get("schema").toString());
    }

    private static JsonNode content(String path, String type) {
        return document.at("/paths/~1c~1" + path + "/post/requestBody/content/" + type.replace("/", "~1"));
    }

    @Test
    void parametersHaveTheirs() {
        StringBuilder all = new StringBuilder();
        for (JsonNode each : document.at("/paths/~1c~1parameters~1{id}/get/parameters")) {
            all.append(each).append('\n');
        }
        assertEquals("""
                {"name":"id","in":"path","required":true,"schema":{"type":"integer","format":"int32","minimum":1}}
                {"name":"tags","in":"query","required":true,"schema":{"type":"array","items":{"type":"string","maxLength":3},"minItems":1}}
                {"name":"mail","in":"query","schema":{"type":"string","format":"email"}}
                {"name":"Request-Id","in":"header","required":true,"schema":{"type":"string","minLength":1,"pattern":"\\\\S"}}
                {"name":"page","in":"query","schema":{"type":"integer","format":"int32","minimum":1,"default":1}}
                {"name":"size","in":"query","schema":{"type":"integer","format":"int32","maximum":99}}
                """, all.toString());
    }

    @Test
    void fieldsOfFormsHaveTheirs() {
        assertEquals("""
                {"schema":{"type":"object","properties":{"name":{"type":"string","maxLength":3},\
                "age":{"type":"integer","format":"int32","minimum":1}},"required":["name"]}}""", content("form", "application/x-www-form-urlencoded").toString());
    }

    @Test
    void partsAreTextsFilesAndJson() {
        assertEquals("""
                {"schema":{"type":"object","properties":{\
                "name":{"type":"string","maxLength":3},\
                "line":{"$ref":"#/components/schemas/Line"},\
                "photos":{"type":"array","items":{"type":"string","format":"binary"},"maxItems":2},\
                "more":{"type":"string","format":"binary"},\
                "octets":{"type":"string","format":"binary"}},\
                "required":["name","line","octets"]},\
                "encoding":{\
                "line":{"contentType":"application/json"},\
                "photos":{"contentType":"application/octet-stream"},\
                "more":{"contentType":"application/octet-stream"},\
                "octets":{"contentType":"application/octet-stream"}}}""", content("parts", "multipart/form-data").toString());
        assertTrue(document.at("/paths/~1c~1parts/post/requestBody/required").asBoolean());
    }

    @Test
    void othersHaveNothingToSay() {
        assertEquals(List.of(), Judges.parser(document.toString()));
        assertEquals(List.of(), Judges.specification(document));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "list | [1] | 204",
                "list | [] | 422",
                "list | [1,2,3] | 422",
                "list | [0] | 422",
                "presence | {'a':'a','c':'c'} | 204",
                "presence | {'a':'a','c':'c','b':null,'d':'abc','e':null} | 204",
                "presence | {'c':'c'} | 422",
                "presence | {'a':null,'c':'c'} | 422",
                "presence | {'a':'a'} | 422",
                "presence | {'a':'a','c':'c','b':'long'} | 422",
                "presence | {'a':'a','c':'c','d':null} | 422",
                "presence | {'a':'a','c':'c','d':'long'} | 422",
                "presence | {'a':'a','c':'c','e':'long'} | 422",
                "several | {'a':['x'],'b':{'k':1},'c':['y'],'d':[{'count':1}],'e':[1,2],'f':true} | 204",
                "several | {'a':[],'b':{},'c':[],'d':[],'e':[],'f':true} | 422",
                "several | {'a':[' '],'b':{},'c':[],'d':[],'e':[],'f':true} | 422",
                "several | {'a':['x'],'b':{'k':0},'c':[],'d':[],'e':[],'f':true} | 422",
                "several | {'a':['x'],'b':{},'c':['1','2'],'d':[],'e':[],'f':true} | 422",
                "several | {'a':['x'],'b':{},'c':[],'d':[{'count':0}],'e':[],'f':true} | 422",
                "several | {'a':['x'],'b':{},'c':[],'d':[],'e':[1,1],'f':true} | 422",
                "several | {'a':['x'],'b':{},'c':[],'d':[],'e':[],'f':false} | 422",
                "bean | {'name':'abc'} | 204",
                "bean | {'name':'abcd'} | 422",
                "bean | {} | 422",
            })
    void theDocumentRefusesWhatTheServerRefuses(String path, String json, int status) {
        String text = json.replace('\'', '"');
        client.post("/c/" + path).jsonText(text).send().expect(status);
        JsonNode schema = content(path, "application/json").get("schema");

        boolean isGood =
                Judges.value(document, schema, Api.MAPPER.readTree(text)).isEmpty();

        assertEquals(status == 204, isGood);
    }
}
