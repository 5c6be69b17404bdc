package dev.weir.controllers;

import dev.weir.annotations.internal.bind.PartSettings;
import dev.weir.annotations.internal.convert.Converter;
import dev.weir.annotations.internal.convert.InvalidValueException;
import dev.weir.annotations.internal.endpoint.ControllerCompiler;
import dev.weir.annotations.internal.endpoint.Instances;
import dev.weir.annotations.internal.faults.Fault;
import dev.weir.annotations.internal.faults.FaultReport;
import dev.weir.annotations.internal.index.IndexedControllers;
import dev.weir.annotations.internal.jackson.JacksonCodec;
import dev.weir.annotations.internal.jackson.Preparation;
import dev.weir.annotations.internal.scan.PackageScan;
import dev.weir.json.JsonCodec;
import dev.weir.multipart.MultipartLimits;
import dev.weir.routing.Route;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Collects controllers and what they are to be read with; used by one thread. */
public final class ControllersBuilder {

    private final List<Object> controllers = new ArrayList<>();
    private final List<Object> exceptionHandlers = new ArrayList<>();
    private final Set<String> packages = new LinkedHashSet<>();
    private final Map<Class<?>, Converter> converters = new HashMap<>();
    private Function<Class<?>, Object> instances = Instances::make;
    private boolean isIndexed;
    private Optional<JsonCodec> json = Optional.empty();
    private Constraints constraints = Constraints.byDefault();
    private PartSettings parts = PartSettings.defaults();

    ControllersBuilder() {}

    /** Adds controllers. */
    public ControllersBuilder add(Object... more) {
        for (Object controller : more) {
            controllers.add(Objects.requireNonNull(controller, "controller"));
        }
        return this;
    }

    /**
     * Adds objects whose {@link dev.weir.annotations.ExceptionHandler} methods are for all controllers of this builder, as
     * far as those have none of their own.
     */
    public ControllersBuilder exceptionHandlers(Object... more) {
        for (Object handlers : more) {
            exceptionHandlers.add(Objects.requireNonNull(handlers, "exception handlers"));
        }
        return this;
    }

    /** Adds all controllers in those packages and below. */
    public ControllersBuilder scan(String... more) {
        if (more.length == 0) {
            throw new IllegalArgumentException("packages: none (expected: at least one)");
        }
        for (String name : more) {
            if (!isPackage(name)) {
                throw new IllegalArgumentException(
                        "package: \"" + name + "\" (expected: the name of a package; those below it are included)");
            }
            packages.add(name);
        }
        return this;
    }

    /** Adds all controllers that were written into an index when the application was built, see {@link ControllerIndex}. */
    public ControllersBuilder indexed() {
        isIndexed = true;
        return this;
    }

    private static boolean isPackage(String name) {
        for (String part : name.split("\\.", -1)) {
            if (part.isEmpty()
                    || !Character.isJavaIdentifierStart(part.codePointAt(0))
                    || !part.codePoints().allMatch(Character::isJavaIdentifierPart)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Sets who makes the controllers that are found, and the filters that {@link dev.weir.annotations.FilteredBy} names;
     * each class's constructor without parameters unless set. Asked once for each class.
     */
    public ControllersBuilder instances(Function<Class<?>, Object> maker) {
        instances = Objects.requireNonNull(maker, "instances");
        return this;
    }

    /**
     * Adds a converter from text, which goes before any that is built in.
     *
     * @param converter whatever it throws, or null from it, means that the text is wrong: 400
     */
    public <T> ControllersBuilder converter(Class<T> type, Function<String, ? extends T> converter) {
        Objects.requireNonNull(converter, "converter");
        converters.put(Objects.requireNonNull(type, "type"), text -> converted(converter, text));
        return this;
    }

    private static Object converted(Function<String, ?> converter, String text) throws InvalidValueException {
        Object value;
        try {
            value = converter.apply(text);
        } catch (RuntimeException e) {
            value = null;
        }
        if (value == null) {
            throw InvalidValueException.of("malformed", "not a valid value", "");
        }
        return value;
    }

    /** Sets the JSON library; Jackson 3 unless set. */
    public ControllersBuilder json(JsonCodec codec) {
        json = Optional.of(codec);
        return this;
    }

    /** Sets who checks constraints of Jakarta Validation; the provider on the class path unless set. */
    public ControllersBuilder constraints(Constraints checked) {
        constraints = Objects.requireNonNull(checked, "constraints");
        return this;
    }

    /**
     * Sets the limits of forms with files, for {@link dev.weir.annotations.Part} and {@link dev.weir.multipart.MultipartReader};
     * their content may then be as long as these say, whatever the server's limit is. Unless set, the defaults hold within
     * the limit of the request's content.
     */
    public ControllersBuilder multipart(MultipartLimits limits) {
        parts = new PartSettings(Optional.of(limits), parts.directory());
        return this;
    }

    /** Sets where uploads wait that are too long for memory; where the JVM has its temporary files unless set. */
    public ControllersBuilder uploadDirectory(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException("upload directory: " + directory + " (expected: a directory)");
        }
        parts = new PartSettings(parts.limits(), directory);
        return this;
    }

    /**
     * The routes of all controllers added.
     *
     * @throws InvalidControllersException if any of them has a fault; the message lists them all
     */
    public List<Route> routes() {
        JsonCodec codec = json.orElseGet(JacksonCodec::new);
        ControllerCompiler compiler =
                new ControllerCompiler(codec, converters, constraints.finder(codec), parts, instances);
        exceptionHandlers.forEach(compiler::addExceptionHandlers);
        controllers.forEach(instance -> compiler.add(instance));
        List<Class<?>> found = packages.isEmpty() ? List.of() : scan(compiler);
        if (isIndexed) {
            IndexedControllers.find(compiler::fault).forEach(type -> compiler.add(type));
        }
        List<Fault> faults = compiler.faults();
        if (!faults.isEmpty()) {
            InvalidControllersException refusal = new InvalidControllersException(FaultReport.of(faults));
            compiler.causes().forEach(refusal::addSuppressed);
            throw refusal;
        }
        List<Route> routes = compiler.routes();
        if (!packages.isEmpty()) {
            System.getLogger(Controllers.class.getName())
                    .log(
                            System.Logger.Level.INFO,
                            () -> "Found " + counted(found.size(), "controller") + " in "
                                    + String.join(", ", packages) + "; " + counted(routes.size(), "route")
                                    + " in all.");
        }
        if (codec instanceof JacksonCodec jackson) {
            Preparation.begin(jackson);
        }
        return routes;
    }

    private static String counted(int number, String noun) {
        return number == 1 ? "1 " + noun : number + " " + noun + "s";
    }

    private List<Class<?>> scan(ControllerCompiler compiler) {
        List<Class<?>> found = PackageScan.controllers(List.copyOf(packages));
        for (String name : packages) {
            if (found.stream().noneMatch(type -> isIn(name, type))) {
                compiler.fault(new Fault(
                        "No controller in package " + name,
                        List.of(),
                        "Check the name, and that its classes are on the class path and carry @Controller."));
            }
        }
        found.forEach(type -> compiler.add(type));
        return found;
    }

    private static boolean isIn(String name, Class<?> type) {
        return type.getPackageName().equals(name) || type.getPackageName().startsWith(name + ".");
    }
}
