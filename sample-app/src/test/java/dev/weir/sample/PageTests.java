package dev.weir.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;

/** What tests of pages share: the app as a child process, and a browser that shows its pages. */
abstract class PageTests {

    @TempDir
    static Path folder;

    @TempDir
    static Path profile;

    /** What the app serves under {@code /public/}, in {@link #folder}. */
    static final String PUBLIC = "public";

    static SampleProcess app;
    static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        app = null;
        browser = null;
        Browser.assumeInstalled();
        Files.createDirectories(folder.resolve(PUBLIC));
        app = SampleProcess.start(folder, "--public", PUBLIC);
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

    static void open(String path) {
        browser.driver().get(app.url(path).toString());
    }

    static WebElement find(String selector) {
        return browser.driver().findElement(By.cssSelector(selector));
    }

    static List<WebElement> findAll(String selector) {
        return browser.driver().findElements(By.cssSelector(selector));
    }

    static void await(Supplier<Boolean> condition) {
        new WebDriverWait(browser.driver(), Duration.ofSeconds(20), Duration.ofMillis(50))
                .ignoring(StaleElementReferenceException.class)
                .ignoring(NoSuchElementException.class)
                .until(driver -> condition.get());
    }

    /** What the browser has told developers since this was last asked for, as far as it has one of those texts in it. */
    static List<String> told(String... texts) {
        return browser.driver().manage().logs().get("browser").getAll().stream()
                .map(Object::toString)
                .filter(entry -> Stream.of(texts).anyMatch(entry::contains))
                .toList();
    }
}
