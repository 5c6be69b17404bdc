package dev.weir.annotations.internal.openapi;

import java.util.Map;
import java.util.Optional;

/**
 * What people say of an API and no code tells.
 *
 * @param title what it is called
 * @param version of the API
 * @param description of all of it
 * @param tags descriptions of controllers, by their names
 * @param operations of operations, by their ids
 * @param problems when an operation answers with which status, by its id
 */
public record ApiTexts(
        String title,
        String version,
        Optional<String> description,
        Map<String, String> tags,
        Map<String, OperationText> operations,
        Map<String, Map<Integer, String>> problems) {

    /**
     * What people say of one operation.
     *
     * @param summary one line
     * @param description more
     */
    public record OperationText(String summary, Optional<String> description) {}
}
