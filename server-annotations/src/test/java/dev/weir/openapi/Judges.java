package dev.weir.openapi;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Code of others that judges documents, and values by documents; what is right gets no complaint. */
final class Judges {

    /** The schema of documents that goes with the specification, with the dialect of schemas in them. */
    private static final String OPENAPI = "https://spec.openapis.org/oas/3.1/schema-base/2022-10-07";

    private static final SchemaRegistryConfig STRICT =
            SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();

    private Judges() {}

    /** What a parser of OpenAPI complains of. */
    static List<String> parser(String document) {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(document, null, options);
        return result.getMessages() == null ? List.of() : result.getMessages();
    }

    /** What the schema of the specification finds wrong. */
    static List<String> specification(JsonNode document) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(STRICT)
                        .schemaIdResolvers(resolvers ->
                                resolvers.mapPrefix("https://spec.openapis.org/", "classpath:spec.openapis.org/")));
        return texts(registry.getSchema(SchemaLocation.of(OPENAPI)).validate(document));
    }

    /** What is wrong with a value by a schema that stands in a document. */
    static List<String> value(JsonNode document, JsonNode schema, JsonNode value) {
        ObjectNode whole = Api.MAPPER.createObjectNode();
        whole.putArray("allOf").add(schema);
        whole.set("components", document.get("components"));
        Schema made = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(STRICT))
                .getSchema(whole);
        return texts(made.validate(value));
    }

    private static List<String> texts(List<Error> errors) {
        return errors.stream().map(Error::toString).toList();
    }
}
