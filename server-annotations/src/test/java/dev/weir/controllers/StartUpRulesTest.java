package dev.weir.controllers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The faults that start-up refuses, one controller for each, all of them scanned and refused at once: title, place with
 * file and line, and mend. FaultsTest has the other faults; FaultReportTest how the report is laid out.
 */
class StartUpRulesTest {

    /** Line 10 is the first of a body; methods stand on a line each. */
    private static final String SOURCE = """
            package faulty;

            import dev.weir.annotations.*;
            import dev.weir.http.RequestContent;
            import java.util.*;

            @Controller
            %s %s {
                record Order(String item) {}
            %s}
            """;

    @TempDir
    static Path folder;

    private static String report;

    private static List<String> faults;

    /** Rule, class, body, and what the report has to say. */
    static Stream<Arguments> rules() {
        return Stream.of(
                rule("two routes equal in method and in pattern with names erased", "Ambiguous", """
                            @Get("/a/{id}") String byId(long id) { return ""; }
                            @Get("/a/{name}") String find(String name) { return ""; }
                        """, """
                        Ambiguous route GET /a/{}
                              faulty.Ambiguous.byId(long)  Ambiguous.java:10  @Get("/a/{id}")
                              faulty.Ambiguous.find(String)  Ambiguous.java:11  @Get("/a/{name}")
                            Each matches every request that the other matches. Change a path or a method, or tell them apart by media type."""),
                rule("and in overlapping media types consumed", "Consuming", """
                            @Post("/c") @Consumes("application/json") void json(@Body String text) {}
                            @Post("/c") @Consumes({"text/csv", "application/*"}) void all(@Body String text) {}
                            @Post("/c") @Consumes("image/*") void image(@Body byte[] octets) {}
                        """, """
                        Ambiguous route POST /c
                              faulty.Consuming.all(String)  Consuming.java:11  @Post("/c")
                              faulty.Consuming.json(String)  Consuming.java:10  @Post("/c")
                            Each matches every request that the other matches. Change a path or a method, or tell them apart by media type."""),
                rule("and in overlapping media types produced", "Producing", """
                            @Get("/p") @Produces("text/html") String a() { return ""; }
                            @Get("/p") @Produces({"text/csv", "text/html"}) String b() { return ""; }
                            @Get("/p") @Produces("text/plain") String c() { return ""; }
                        """, """
                        Ambiguous route GET /p
                              faulty.Producing.a()  Producing.java:10  @Get("/p")
                              faulty.Producing.b()  Producing.java:11  @Get("/p")
                            Each matches every request that the other matches. Change a path or a method, or tell them apart by media type."""),
                rule("a path variable with no parameter", "Unbound", """
                            @Get("/users/{userId}/orders") String list(long id) { return ""; }
                        """, """
                        Unbound path variable {userId}
                              faulty.Unbound.list(long)  Unbound.java:10  @Get("/users/{userId}/orders")
                            No parameter takes it. Did you mean @PathParam("userId") long id?"""),
                rule("a parameter with no path variable", "Unknown", """
                            @Get("/users/{userId}") String get(@PathParam long usrId) { return ""; }
                        """, """
                        Unknown path variable {usrId}
                              faulty.Unknown.get(long)  Unknown.java:10  @Get("/users/{userId}")
                            The path has {userId}. Did you mean @PathParam("userId") long usrId?"""),
                rule("a parameter with no source", "NoSource", """
                            @Get("/no-source") String get(int page) { return ""; }
                        """, """
                        No source for parameter int page
                              faulty.NoSource.get(int)  NoSource.java:10  @Get("/no-source")
                            Say where it comes from: @PathParam, @QueryParam, @HeaderParam, @CookieParam, @FormParam, @Part, @Attribute, @Params or @Body."""),
                rule("a parameter with two sources", "TwoSources", """
                            @Get("/two-sources") String get(@QueryParam @HeaderParam int page) { return ""; }
                        """, """
                        Two sources for parameter int page
                              faulty.TwoSources.get(int)  TwoSources.java:10  @Get("/two-sources")
                            It has @QueryParam and @HeaderParam. Keep one."""),
                rule("a parameter with no converter", "NoConverter", """
                            @Get("/no-converter") String get(@QueryParam Map<String, Order> q) { return ""; }
                        """, """
                        No converter for Map<String, Order> q
                              faulty.NoConverter.get(Map)  NoConverter.java:10  @Get("/no-converter")
                            Nothing makes Map of text. Take another type, or register a converter; if it is the content, say @Body."""),
                rule("parameter names missing", "Nameless", """
                            @Get("/nameless/{id}") String get(long id, @QueryParam int page) { return ""; }
                        """, """
                        Name of a parameter is missing: int
                              faulty.Nameless.get(long, int)  Nameless.java:10  @Get("/nameless/{id}")
                            The class file has no parameter names. Compile with -parameters, or write the name into the annotation.
                        Unbound path variable {id}
                              faulty.Nameless.get(long, int)  Nameless.java:10  @Get("/nameless/{id}")
                            The class file has no parameter names. Compile with -parameters, or write @PathParam("id")."""),
                rule("two consumers of content", "TwoConsumers", """
                            @Post("/two-consumers") void add(@Body Order order, RequestContent content) {}
                        """, """
                        2 parameters take the content: Order order, RequestContent content
                              faulty.TwoConsumers.add(Order, RequestContent)  TwoConsumers.java:10  @Post("/two-consumers")
                            Content is read once. Keep one of them, a record that holds both perhaps."""),
                rule("content on GET", "OnGet", """
                            @Get("/on-get") String get(@Body Order order) { return ""; }
                        """, """
                        Content on GET: Order order
                              faulty.OnGet.get(Order)  OnGet.java:10  @Get("/on-get")
                            Requests with that method have no content. Use @QueryParam, or POST."""),
                rule("content on HEAD", "OnHead", """
                            @Head("/on-head") void head(@FormParam int page) {}
                        """, """
                        Content on HEAD: int page
                              faulty.OnHead.head(int)  OnHead.java:10  @Head("/on-head")
                            Requests with that method have no content. Use @QueryParam, or POST."""),
                rule("a regex that does not compile", "Regex", """
                            @Get("/regex/{id:[0-9}") String get(long id) { return ""; }
                        """, """
                        Malformed path pattern /regex/{id:[0-9}
                              faulty.Regex.get(long)  Regex.java:10  @Get("/regex/{id:[0-9}")
                            Expected: a regular expression that compiles: Unclosed character class in [0-9."""),
                rule("a pattern that can never win", "NeverWins", """
                            @Get("/never/{any:.*}") String any(String any) { return ""; }
                            @Get("/never/{id}") String byId(String id) { return ""; }
                        """, """
                        Route that can never win: GET /never/{}
                              faulty.NeverWins.any(String)  NeverWins.java:10  @Get("/never/{any:.*}")
                              faulty.NeverWins.byId(String)  NeverWins.java:11  @Get("/never/{id}")
                            The first goes before the second and matches every request that the second matches. Drop the expression that matches everything, or one of the two."""),
                rule("a pattern that no request reaches", "NeverReached", """
                            @Get("/a/../b") String get() { return ""; }
                        """, """
                        Malformed path pattern /a/../b
                              faulty.NeverReached.get()  NeverReached.java:10  @Get("/a/../b")
                            Expected: no dot segment, for requests with one are refused."""),
                rule("a controller that cannot be made: no such constructor", "Needy", """
                            Needy(String need) {}
                            @Get("/needy") String get() { return ""; }
                        """, """
                        Controller that can't be made
                              faulty.Needy  Needy.java
                            It has no constructor without parameters. Give it one, pass a controller as an instance, or tell Controllers.builder() who makes instances."""),
                rule("a controller that cannot be made: its constructor fails", "Failing", """
                            Failing() { throw new IllegalStateException("no database"); }
                            @Get("/failing") String get() { return ""; }
                        """, """
                        Controller that can't be made
                              faulty.Failing  Failing.java
                            Its constructor threw java.lang.IllegalStateException: no database."""),
                rule("a controller that cannot be made: its class cannot be initialised", "Uninitialised", """
                            static final int NUMBER = Integer.parseInt("x");
                            @Get("/uninitialised") String get() { return ""; }
                        """, """
                        Controller that can't be made
                              faulty.Uninitialised  Uninitialised.java
                            Its class can't be initialised: java.lang.NumberFormatException: For input string: "x"."""),
                rule("a controller that cannot be made: it is abstract", "Abstract", """
                            @Get("/abstract") abstract String get();
                        """, """
                        Controller that can't be made
                              faulty.Abstract  Abstract.java
                            It is abstract. Name a class that is not, or tell Controllers.builder() who makes instances."""));
    }

    private static Arguments rule(String rule, String name, String body, String told) {
        return Arguments.of(rule, name, body, told);
    }

    @BeforeAll
    static void scan() throws Exception {
        Weir.openToJackson();
        SourceCompiler compiler = new SourceCompiler(folder);
        for (Arguments rule : rules().toList()) {
            String name = (String) rule.get()[1];
            String kind = name.equals("Abstract") ? "abstract class" : "final class";
            compiler.add("faulty." + name, SOURCE.formatted(kind, name, rule.get()[2]));
            compiler.compile(name.equals("Nameless") ? "-g:source,lines" : "-parameters");
        }
        report = refusal(compiler.loader());
        assertEquals(report, refusal(compiler.loader()));
        faults = Stream.of(Pattern.compile("\\R ?\\d+\\. ").split(report))
                .skip(1)
                .map(StartUpRulesTest::narrow)
                .toList();
    }

    private static String refusal(ClassLoader loader) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return assertThrows(InvalidControllersException.class, () -> Controllers.scan("faulty"))
                    .getMessage();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Columns are as wide as the longest of all faults. */
    private static String narrow(String text) {
        return text.lines()
                .map(line -> line.replaceAll("(?<=\\S) {2,}", "  "))
                .reduce((a, b) -> a + "\n" + b)
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void isToldWithItsPlaceAndItsMend(String rule, String name, String body, String told) {
        List<String> ofClass = new ArrayList<>(faults);
        ofClass.removeIf(fault -> !fault.contains("faulty." + name + " ") && !fault.contains("faulty." + name + "."));
        assertEquals(told, String.join("\n", ofClass));
    }

    @Test
    void allOfThemAreToldAtOnceAndNumbered() {
        int count = (int) rules().count() + 1; // missing names are two
        assertTrue(report.startsWith("Cannot start: " + count + " faults in annotated controllers\n 1. "), report);
        assertTrue(report.contains("\n" + count + ". "), report);
        assertEquals(count, faults.size());
    }

    @Test
    void whatControllersDoToEachOtherComesFirstAndThenEachByName() {
        List<String> order = faults.stream()
                .map(fault ->
                        fault.lines().skip(1).findFirst().orElseThrow().strip().split("[.( ]+")[1])
                .distinct()
                .toList();
        assertEquals(
                List.of(
                        "Ambiguous",
                        "Consuming",
                        "NeverWins",
                        "Producing",
                        "Abstract",
                        "Failing",
                        "Nameless",
                        "Needy",
                        "NeverReached",
                        "NoConverter",
                        "NoSource",
                        "OnGet",
                        "OnHead",
                        "Regex",
                        "TwoConsumers",
                        "TwoSources",
                        "Unbound",
                        "Uninitialised",
                        "Unknown"),
                order);
    }
}
