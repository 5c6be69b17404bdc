package dev.weir.controllers.guice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.AbstractModule;
import com.google.inject.ConfigurationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.weir.controllers.Controllers;
import dev.weir.controllers.InvalidControllersException;
import dev.weir.http.ContentOutput;
import dev.weir.http.Request;
import dev.weir.http.Response;
import dev.weir.routing.Router;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The instances hook with a real injector: it makes controllers and filters. */
class GuiceTest {

    private static final String PACKAGE = "dev.weir.controllers.guice";

    @Test
    void anInjectorMakesControllersAndFilters() throws Exception {
        Injector injector = Guice.createInjector(new AbstractModule() {
            @Override
            protected void configure() {
                bind(Greeting.class).toInstance(new Greeting("Hello"));
            }
        });
        Router router = Router.builder()
                .routes(Controllers.scan(injector::getInstance, PACKAGE))
                .build();

        Response response = router.handle(Request.get("/greetings/ada"));

        ByteArrayOutputStream content = new ByteArrayOutputStream();
        response.content().writeTo(ContentOutput.to(content));
        assertEquals("Hello, ada", content.toString());
        assertEquals(Optional.of("Hello"), response.header("X-Greeting"));
    }

    @Test
    void whatAnInjectorCannotMakeIsAFault() {
        Injector injector = Guice.createInjector(new AbstractModule() {
            @Override
            protected void configure() {
                binder().requireExplicitBindings();
            }
        });

        InvalidControllersException refusal =
                assertThrows(InvalidControllersException.class, () -> Controllers.scan(injector::getInstance, PACKAGE));

        assertTrue(refusal.getMessage().contains("Controller that can't be made"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("Filter that can't be made: GreetingFilter"), refusal.getMessage());
        assertInstanceOf(ConfigurationException.class, refusal.getSuppressed()[0]);
    }
}
