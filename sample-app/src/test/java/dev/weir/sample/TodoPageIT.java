package dev.weir.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The page, used as people use it, in headless Chromium. */
class TodoPageIT extends TodoPageTests {

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
    void completesATodoAndRemembersIt() {
        add("walk the dog");
        find("#todos input[type=checkbox]").click();
        await(() -> find("#summary").getText().equals("All 1 done"));
        await(() -> find("#said").getDomProperty("textContent").startsWith("Completed"));

        open("/");
        await(() -> titles().size() == 1);
        assertTrue(find("#todos input[type=checkbox]").isSelected());
        assertTrue(find("#todos .title").getCssValue("text-decoration").contains("line-through"));

        find("#todos .title").click();
        await(() -> find("#said").getDomProperty("textContent").startsWith("Reopened"));
        assertFalse(find("#todos input[type=checkbox]").isSelected());
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
        assertEquals("Due day of “first”: No date", focused().getAccessibleName());
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
    void putsADayToATodoAndTakesItAway() throws Exception {
        add("walk the dog");
        changeDay("2001-02-03");
        await(() -> find("#todos .due").getText().equals("Feb 3, 2001"));
        assertTrue(find("#todos .due").getDomAttribute("class").contains("overdue"));
        browser.keepScreenshot("due");
        send("PATCH", idOfFirst(), "{\"title\":\"walk the cat\"}");
        await(() -> titles().equals(List.of("walk the cat")));
        assertEquals("Feb 3, 2001", find("#todos .due").getText());

        open("/");
        await(() -> find("#todos .due").getText().equals("Feb 3, 2001"));
        changeDay("");
        await(() -> find("#todos .due").getText().equals("No date"));
        assertEquals("Due day of “walk the cat”: No date", focused().getAccessibleName());
    }

    private static String idOfFirst() {
        return "/" + find("#todos li").getDomAttribute("data-id");
    }

    private static void changeDay(String day) {
        find("#todos .due").click();
        await(() -> find("#todos .day").isDisplayed());
        browser.driver().executeScript("document.activeElement.value = arguments[0]", day);
        focused().sendKeys(Keys.ENTER);
    }

    @Test
    void hidesWhatIsDoneAndRemembersThat() {
        add("stays");
        add("is done");
        findAll("#todos input[type=checkbox]").get(1).click();
        await(() -> find("#summary").getText().equals("1 of 2 done"));
        find("#hide-done").click();
        await(() -> !findAll("#todos li").get(1).isDisplayed());
        await(() -> preferences().contains("true"));

        open("/");
        await(() -> titles().size() == 2 && !findAll("#todos li").get(1).isDisplayed());
        assertTrue(findAll("#todos li").get(0).isDisplayed());
        find("#hide-done").click();
        await(() -> findAll("#todos li").get(1).isDisplayed());
        await(() -> preferences().contains("false"));
    }

    private static String preferences() {
        return String.valueOf(browser.driver()
                .executeAsyncScript("const done = arguments[0];"
                        + "fetch('/preferences').then(response => response.text()).then(done)"));
    }

    /** A form as the page sends it where it has no scripts: they are taken from it here. */
    @Test
    void worksWithoutScriptsToo() {
        browser.driver().executeScript("document.forms.add.replaceWith(document.forms.add.cloneNode(true))");
        find("#title").sendKeys("by hand", Keys.ENTER);
        await(() -> browser.driver().getCurrentUrl().endsWith("/todos"));
        assertTrue(find("body").getText().contains("\"title\":\"by hand\""));
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

        find("#todos input[type=checkbox]").click();
        await(() -> !find("#todos input[type=checkbox]").isSelected());

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
        find("#choice").sendKeys(file.toString());
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

        open("/");
        await(() -> findAll("#uploaded a").size() == 1);
        assertEquals("16B", find("#uploaded .size").getText());
        assertEquals("Delete “notes é.txt”", find("#uploaded .delete").getAccessibleName());
        find("#uploaded .delete").click();
        await(() -> findAll("#uploaded a").isEmpty());
        assertFalse(Files.exists(folder.resolve("weir-sample/files/notes é.txt")));
    }

    @Test
    void saysWhenATodoIsGoneAlready() throws Exception {
        add("gone");
        browser.driver().executeScript("changes.close()");
        send("DELETE", "");
        find("#todos input[type=checkbox]").click();
        await(() -> find("#error").isDisplayed());
        assertTrue(find("#error-text").getText().contains("deleted elsewhere"));
        assertEquals(List.of(), titles());
    }
}
