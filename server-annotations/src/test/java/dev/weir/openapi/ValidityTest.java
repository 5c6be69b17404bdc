package dev.weir.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Documents as others judge them. */
class ValidityTest {

    private static final OpenApi SHOP = OpenApi.of(Api.routes(new Shop()))
            .title("Shop")
            .description("Sells *tea*.")
            .operation("Shop.find", "Finds", "by number")
            .problem("Shop.add", 409, "It is there already.");

    @Test
    void aParserOfOpenApiHasNothingToSay() {
        assertEquals(List.of(), Judges.parser(SHOP.toJson()));
    }

    @Test
    void theSchemaOfTheSpecificationHasNothingToSay() {
        assertEquals(List.of(), Judges.specification(Api.document(SHOP)));
    }

    @Test
    void theJudgesSeeWhatIsWrong() {
        ObjectNode document = (ObjectNode) Api.document(SHOP);
        ((ObjectNode) document.at("/paths/~1shop~1items/get")).remove("responses");
        ((ObjectNode) document.at("/components/schemas/Item")).put("type", "thing");
        document.remove("info");

        JsonNode wrong = document;
        assertFalse(Judges.parser(wrong.toString()).isEmpty());
        assertFalse(Judges.specification(wrong).isEmpty());
    }
}
