package dev.weir.controllers;

import dev.weir.routing.Route;
import java.util.List;
import java.util.function.Function;

/**
 * Routes of annotated controllers, for a server or a router.
 *
 * <pre>
 *   HttpServer.builder().routes(Controllers.of(new TodoController(store))).start();
 * </pre>
 *
 * <p>In a named module the packages of controllers must be open to {@code dev.weir.annotations}, and those of the types
 * that JSON is read into and written from to {@code tools.jackson.databind}; and where these have constraints, to the
 * provider that checks them.
 */
public final class Controllers {

    private Controllers() {}

    /**
     * The routes of those controllers. Nothing is scanned.
     *
     * @throws InvalidControllersException if any of them has a fault; the message lists them all
     */
    public static List<Route> of(Object... instances) {
        return builder().add(instances).routes();
    }

    /**
     * The routes of all controllers in those packages and below, each made by its constructor without parameters.
     *
     * @throws InvalidControllersException if any of them has a fault, or a package has no controller
     */
    public static List<Route> scan(String... packages) {
        return builder().scan(packages).routes();
    }

    /**
     * The routes of all controllers in those packages and below.
     *
     * @param instances gives the one instance of a controller class: {@code injector::getInstance} say
     * @throws InvalidControllersException if any of them has a fault, or a package has no controller
     */
    public static List<Route> scan(Function<Class<?>, Object> instances, String... packages) {
        return builder().instances(instances).scan(packages).routes();
    }

    /**
     * The routes of all controllers that were written into an index when the application was built, see {@link
     * ControllerIndex}; each made by its constructor without parameters. Nothing is scanned.
     *
     * @throws InvalidControllersException if any of them has a fault, or there is no index, or it is out of date
     */
    public static List<Route> indexed() {
        return builder().indexed().routes();
    }

    /** For more to say: several instances and packages, converters, another JSON library or validator. */
    public static ControllersBuilder builder() {
        return new ControllersBuilder();
    }
}
