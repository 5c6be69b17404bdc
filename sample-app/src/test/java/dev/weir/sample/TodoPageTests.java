package dev.weir.sample;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What tests of the page with to-dos share: it is open and empty, and they do with it what people do. */
abstract class TodoPageTests extends PageTests {

    @BeforeEach
    void openEmptyPage() throws Exception {
        send("DELETE", "");
        browser.prefer("light");
        open("/");
        await(() -> find("#empty").isDisplayed());
    }

    static void add(String title) {
        int before = titles().size();
        find("#title").sendKeys(title, Keys.ENTER);
        await(() -> titles().size() == before + 1);
    }

    /** All at once: a row that goes away between two questions would be missed. */
    static List<String> titles() {
        Object titles = browser.driver()
                .executeScript("return Array.from(document.querySelectorAll('#todos .title'), e => e.textContent)");
        return ((List<?>) titles).stream().map(String::valueOf).toList();
    }

    static WebElement focused() {
        return browser.driver().switchTo().activeElement();
    }

    static void send(String method, String path) throws Exception {
        send(method, path, "");
    }

    static void send(String method, String path, String content) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(app.url("/todos" + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(content))
                .build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
    }
}
