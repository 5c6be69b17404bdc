package dev.weir.annotations.internal.jackson;

import dev.weir.json.JsonReadException;
import dev.weir.json.JsonReader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.ObjectReader;

/**
 * Reads one JSON text and makes sure that nothing stands behind it.
 *
 * @param later reads the type
 */
record JacksonReader(Later<ObjectReader> later) implements JsonReader {

    @Override
    public Object read(byte[] text) throws JsonReadException {
        ObjectReader reader = later.get();
        try (JsonParser parser = reader.createParser(text)) {
            if (parser.nextToken() == null) {
                throw malformed("a value is missing", parser.currentLocation());
            }
            Object value = reader.readValue(parser);
            if (parser.nextToken() != null) {
                throw malformed("something stands behind the value", parser.currentTokenLocation());
            }
            return value;
        } catch (JacksonException e) {
            throw ReadFaults.of(e);
        }
    }

    private static JsonReadException malformed(String detail, TokenStreamLocation at) {
        return JsonReadException.malformed(detail, at.getLineNr(), at.getColumnNr());
    }
}
