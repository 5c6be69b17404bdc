package dev.weir.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page, used as people use it, in headless Chromium. */
class TodoPageIT extends PageTests {

    @BeforeEach
    void openEmptyPage() throws Exception {
        send("DELETE", "");
        browser.prefer("light");
        open("/");
        await(() -> find("#empty").isDisplayed());
    }

    @Test
    void showsThatThereIsNothingToDo() throws IOException {
        assertTrue(find("#empty").getText().contains("Nothing to do"));
        assertEquals("All clear", find("#summary").getText());
        browser.keepScreenshot("empty-light");
    }

    @Test
    void addsATodo() {
        add("walk the dog");

        assertEquals(List.of("walk the dog"), titles());
        assertEquals("", find("#title").getDomProperty("value"));
        assertFalse(find("#empty").isDisplayed());
        assertEquals("0 of 1 done", find("#summary").getText());
        assertEquals("Added “walk the dog”.", find("#said").getDomProperty("textContent"));
    }

    @Test
    void addsWithTheButtonToo() {
        find("#title").sendKeys("water the plants");
        find("#add button").click();
        await(() -> titles().equals(List.of("water the plants")));
    }

    @Test
    void addsNothingForABlankTitle() throws Exception {
        find("#title").sendKeys("   ", Keys.ENTER);
        add("something");
        assertEquals(List.of("something"), titles());
    }

    @Test
    void showsTextAsText() {
        add("<img src=x onerror=alert(1)> & \"quotes\"");
        assertEquals(List.of("<img src=x onerror=alert(1)> & \"quotes\""), titles());
        assertEquals(
                0, browser.driver().findElements(By.cssSelector("#todos img")).size());
    }

    @Test
    void completesATodoAndRemembersIt() {
        add("walk the dog");
        find("#todos input").click();
        await(() -> find("#summary").getText().equals("All 1 done"));
        await(() -> find("#said").getDomProperty("textContent").startsWith("Completed"));

        open("/");
        await(() -> titles().size() == 1);
        assertTrue(find("#todos input").isSelected());
        assertTrue(find("#todos .title").getCssValue("text-decoration").contains("line-through"));

        find("#todos .title").click();
        await(() -> find("#said").getDomProperty("textContent").startsWith("Reopened"));
        assertFalse(find("#todos input").isSelected());
    }

    @Test
    void deletesATodoAndRemembersIt() {
        add("stays");
        add("goes");
        findAll("#todos .delete").get(1).click();
        await(() -> titles().equals(List.of("stays")));

        open("/");
        await(() -> titles().equals(List.of("stays")));
    }

    @Test
    void worksWithTheKeyboardAlone() {
        assertEquals("title", focused().getDomAttribute("id"));
        focused().sendKeys("first", Keys.ENTER);
        await(() -> titles().size() == 1);
        focused().sendKeys("second", Keys.ENTER);
        await(() -> titles().size() == 2);

        focused().sendKeys(Keys.TAB);
        focused().sendKeys(Keys.TAB);
        focused().sendKeys(Keys.SPACE);
        await(() -> find("#summary").getText().equals("1 of 2 done"));
        focused().sendKeys(Keys.TAB);
        assertEquals("Delete “first”", focused().getAccessibleName());
        focused().sendKeys(Keys.ENTER);
        await(() -> titles().equals(List.of("second")));
        assertEquals("Delete “second”", focused().getAccessibleName());
        focused().sendKeys(Keys.ENTER);
        await(() -> find("#empty").isDisplayed());
        assertEquals("title", focused().getDomAttribute("id"));
    }

    @Test
    void namesEverythingForAssistiveTechnology() {
        add("walk the dog");
        assertEquals("What needs doing?", find("#title").getAccessibleName());
        assertEquals("walk the dog", find("#todos input").getAccessibleName());
        assertEquals("checkbox", find("#todos input").getAriaRole());
        assertEquals("Delete “walk the dog”", find("#todos .delete").getAccessibleName());
        assertEquals("en", find("html").getDomAttribute("lang"));
    }

    @Test
    void saysWhenTheServerCannotBeReachedAndTriesAgain() throws IOException {
        add("before");
        browser.goOffline(true);
        find("#title").sendKeys("unlucky", Keys.ENTER);
        await(() -> find("#error").isDisplayed());
        assertEquals("The server can’t be reached.", find("#error-text").getText());
        assertEquals("unlucky", find("#title").getDomProperty("value"));
        browser.keepScreenshot("error-light");

        find("#todos input").click();
        await(() -> !find("#todos input").isSelected());

        browser.goOffline(false);
        find("#retry").click();
        await(() -> !find("#error").isDisplayed());
        await(() -> find("#summary").getText().equals("All 1 done"));
        find("#title").sendKeys(Keys.ENTER);
        await(() -> titles().equals(List.of("before", "unlucky")));
    }

    @Test
    void showsWhatHappensElsewhere() throws Exception {
        add("from here");
        send("POST", "", "{\"title\":\"from elsewhere\"}");
        await(() -> titles().equals(List.of("from here", "from elsewhere")));
        send("POST", "", "{\"title\":\"first\",\"order\":-1,\"completed\":true}");
        await(() -> titles().equals(List.of("first", "from here", "from elsewhere")));
        assertEquals("1 of 3 done", find("#summary").getText());
        send("DELETE", "");
        await(() -> find("#empty").isDisplayed());
    }

    @Test
    void followsTheListAgainAfterTheServerWasAway() throws Exception {
        add("before");
        browser.goOffline(true);
        browser.driver().executeScript("changes.dispatchEvent(new Event('error'))");
        send("POST", "", "{\"title\":\"meanwhile\"}");
        browser.goOffline(false);
        browser.driver().executeScript("changes.dispatchEvent(new Event('open'))");
        await(() -> titles().equals(List.of("before", "meanwhile")));
    }

    @Test
    void storesFilesFromAForm() throws Exception {
        Path file = Files.writeString(profile.resolve("notes é.txt"), "read by Chromium");
        find("#files").sendKeys(file.toString());
        find("#upload button").click();
        await(() -> findAll("#uploaded a").size() == 1);
        assertEquals("notes é.txt", find("#uploaded a").getText());
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(find("#uploaded a").getDomProperty("href")))
                .build();
        assertEquals(
                "read by Chromium",
                HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .body());
        browser.keepScreenshot("uploaded");
    }

    @Test
    void saysWhenATodoIsGoneAlready() throws Exception {
        add("gone");
        browser.driver().executeScript("changes.close()");
        send("DELETE", "");
        find("#todos input").click();
        await(() -> find("#error").isDisplayed());
        assertTrue(find("#error-text").getText().contains("deleted elsewhere"));
        assertEquals(List.of(), titles());
    }

    @Test
    void looksAsPeoplePrefer() throws Exception {
        for (String title :
                List.of("Read the nine hops of a request", "Water the plants", "Call the plumber about the leak")) {
            add(title);
        }
        add("Write down what comes to mind even if it takes more than a single line on most screens, since nobody likes"
                + " titles that are cut off");
        findAll("#todos input").get(1).click();
        await(() -> find("#summary").getText().equals("1 of 4 done"));
        browser.driver().executeScript("document.activeElement.blur()");

        String light = find("body").getCssValue("background-color");
        browser.keepScreenshot("light");
        browser.prefer("dark");
        await(() -> !find("body").getCssValue("background-color").equals(light));
        assertNotEquals("rgba(0, 0, 0, 0)", find("body").getCssValue("background-color"));
        browser.keepScreenshot("dark");
    }

    @Test
    void fitsANarrowScreen() throws IOException {
        add("w".repeat(200));
        add("Read the nine hops of a request");
        browser.narrowTo(320);
        try {
            assertEquals(
                    true,
                    browser.driver()
                            .executeScript("const root = document.documentElement;"
                                    + "return innerWidth === 320 && root.scrollWidth <= 320"));
            browser.keepScreenshot("narrow");
        } finally {
            browser.narrowTo(0);
        }
    }

    @Test
    void breaksNoRuleOfItsOwnPolicy() {
        add("walk the dog");
        find("#todos .delete").click();
        await(() -> find("#empty").isDisplayed());
        assertEquals(List.of(), told("Content Security Policy", "Uncaught"));
    }

    private static void add(String title) {
        int before = titles().size();
        find("#title").sendKeys(title, Keys.ENTER);
        await(() -> titles().size() == before + 1);
    }

    /** All at once: a row that goes away between two questions would be missed. */
    private static List<String> titles() {
        Object titles = browser.driver()
                .executeScript("return Array.from(document.querySelectorAll('#todos .title'), e => e.textContent)");
        return ((List<?>) titles).stream().map(String::valueOf).toList();
    }

    private static WebElement focused() {
        return browser.driver().switchTo().activeElement();
    }

    private static void send(String method, String path) throws Exception {
        send(method, path, "");
    }

    private static void send(String method, String path, String content) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(app.url("/todos" + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(content))
                .build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
    }
}
