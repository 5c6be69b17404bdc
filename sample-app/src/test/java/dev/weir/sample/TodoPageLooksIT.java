package dev.weir.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** What people see of the page, or are told of it, in headless Chromium. */
class TodoPageLooksIT extends TodoPageTests {

    @Test
    void showsThatThereIsNothingToDo() throws IOException {
        assertTrue(find("#empty").getText().contains("Nothing to do"));
        assertEquals("All clear", find("#summary").getText());
        browser.keepScreenshot("empty-light");
    }

    @Test
    void showsTextAsText() {
        add("<img src=x onerror=alert(1)> & \"quotes\"");
        assertEquals(List.of("<img src=x onerror=alert(1)> & \"quotes\""), titles());
        assertEquals(
                0, browser.driver().findElements(By.cssSelector("#todos img")).size());
    }

    @Test
    void namesEverythingForAssistiveTechnology() {
        add("walk the dog");
        assertEquals("What needs doing?", find("#title").getAccessibleName());
        assertEquals("walk the dog", find("#todos input[type=checkbox]").getAccessibleName());
        assertEquals("checkbox", find("#todos input[type=checkbox]").getAriaRole());
        assertEquals("Delete “walk the dog”", find("#todos .delete").getAccessibleName());
        assertEquals("en", find("html").getDomAttribute("lang"));
    }

    @Test
    void looksAsPeoplePrefer() throws Exception {
        for (String title :
                List.of("Read the nine hops of a request", "Water the plants", "Call the plumber about the leak")) {
            add(title);
        }
        add("Write down what comes to mind even if it takes more than a single line on most screens, since nobody likes"
                + " titles that are cut off");
        findAll("#todos input[type=checkbox]").get(1).click();
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
        add("Read the nine hops of a request");
        add("w".repeat(200));
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
}
