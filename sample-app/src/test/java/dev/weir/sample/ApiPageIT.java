package dev.weir.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page of the API, used as people use it, in headless Chromium. */
class ApiPageIT {

    private static final String LIST = "[id^='operations-TodoController'][id$='list']";

    @TempDir
    static Path folder;

    @TempDir
    static Path profile;

    private static SampleProcess app;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        Browser.assumeInstalled();
        app = SampleProcess.start(folder);
        browser = Browser.open(profile);
    }

    @AfterAll
    static void stop() throws IOException {
        if (browser != null) {
            browser.close();
        }
        if (app != null) {
            app.endWithoutComplaints();
        }
    }

    @Test
    void showsTheOperationsAndTriesThem() throws IOException {
        browser.driver().get(app.url("/api").toString());
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
        assertEquals(List.of(), complaints());
        assertEquals(List.of(), loadedFromElsewhere());
    }

    private static List<String> complaints() {
        return browser.driver().manage().logs().get("browser").getAll().stream()
                .map(Object::toString)
                .filter(entry -> entry.contains("Content Security Policy")
                        || entry.contains("Uncaught")
                        || entry.contains("Failed to load"))
                .toList();
    }

    private static List<?> loadedFromElsewhere() {
        return (List<?>) browser.driver()
                .executeScript("return performance.getEntriesByType('resource').map(e => e.name)"
                        + ".filter(name => !name.startsWith(location.origin) && !name.startsWith('data:'))");
    }

    private static WebElement find(String selector) {
        return browser.driver().findElement(By.cssSelector(selector));
    }

    private static List<WebElement> findAll(String selector) {
        return browser.driver().findElements(By.cssSelector(selector));
    }

    private static void await(Supplier<Boolean> condition) {
        new WebDriverWait(browser.driver(), Duration.ofSeconds(20), Duration.ofMillis(50))
                .ignoring(StaleElementReferenceException.class)
                .ignoring(NoSuchElementException.class)
                .until(driver -> condition.get());
    }
}
