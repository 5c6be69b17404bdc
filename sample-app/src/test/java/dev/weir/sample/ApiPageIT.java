package dev.weir.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

/** The page of the API, used as people use it, in headless Chromium. */
class ApiPageIT extends PageTests {

    private static final String LIST = "[id^='operations-TodoController'][id$='list']";

    @Test
    void showsTheOperationsAndTriesThem() throws IOException {
        open("/api");
        await(() -> find(".info .title").getText().startsWith("Weir sample"));
        await(() -> findAll(".opblock").size() > 8);
        assertTrue(find(LIST).getText().contains("/todos"));
        browser.keepScreenshot("api");

        find(LIST + " button").click();
        await(() -> find(".try-out__btn").isDisplayed());
        find(".try-out__btn").click();
        await(() -> find(".execute").isDisplayed());
        find(".execute").click();
        await(() -> find(".live-responses-table .response .response-col_status")
                .getText()
                .startsWith("200"));
        await(() -> find(".live-responses-table .highlight-code").getText().contains("[]"));
        browser.keepScreenshot("api-tried");

        find(LIST + " button").click();
        findAll(".opblock-summary-control").forEach(WebElement::click);
        await(() -> findAll(".opblock.is-open .responses-table").size() > 8);
        assertEquals(List.of(), told("Content Security Policy", "Uncaught", "Failed to load"));
        assertEquals(List.of(), loadedFromElsewhere());
    }

    private static List<?> loadedFromElsewhere() {
        return (List<?>) browser.driver()
                .executeScript("return performance.getEntriesByType('resource').map(e => e.name)"
                        + ".filter(name => !name.startsWith(location.origin) && !name.startsWith('data:'))");
    }
}
