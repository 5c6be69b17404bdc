package dev.weir.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weir.HttpServer;
import dev.weir.http.Response;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class NoJUnitTest {

    /** Run in a class loader of its own. */
    public static final class Exchange implements Callable<String> {

        /** For the loader. */
        public Exchange() {}

        @Override
        public String call() {
            try (TestClient client =
                    TestClient.inMemory(HttpServer.builder().get("/", request -> Response.text("hello")))) {
                return client.get("/").send().expect(200).text();
            }
        }
    }

    @Test
    void aClientNeedsNeitherJUnitNorJackson() throws Exception {
        URL[] urls = {
            TestClient.class.getProtectionDomain().getCodeSource().getLocation(),
            HttpServer.class.getProtectionDomain().getCodeSource().getLocation(),
            new File("target/test-classes").toURI().toURL()
        };
        // The platform's loader would find the modules that the test itself runs with.
        try (URLClassLoader loader = new URLClassLoader(urls, null)) {
            assertThrows(ClassNotFoundException.class, () -> loader.loadClass("org.junit.jupiter.api.Test"));
            assertThrows(ClassNotFoundException.class, () -> loader.loadClass("tools.jackson.core.JsonParser"));
            Object exchange =
                    loader.loadClass(Exchange.class.getName()).getConstructor().newInstance();
            assertEquals("hello", ((Callable<?>) exchange).call());
        }
    }
}
