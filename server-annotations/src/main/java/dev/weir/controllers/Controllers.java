package dev.weir.controllers;

import dev.weir.routing.Route;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Routes of annotated controllers, for a server or a router.
 *
 * <pre>
 *   HttpServer.builder().routes(Controllers.of(new TodoController(store))).start();
 * </pre>
 *
 * <p>In a named module the packages of controllers, and of the types that JSON is read into and written from, must be
 * open to {@code dev.weir.annotations} and {@code tools.jackson.databind}.
 */
public final class Controllers {

    private Controllers() {}

    /**
     * The routes of those controllers. Nothing is scanned.
     *
     * @throws InvalidControllersException if any of them has a fault; the message lists them all
     */
    public static List<Route> of(Object... instances) {
        Objects.requireNonNull(instances, "instances");
        throw new UnsupportedOperationException("in the making");
    }

    /**
     * The routes of all controllers in those packages and below, each made by its constructor without parameters.
     *
     * @throws InvalidControllersException if any of them has a fault, or a package has no controller
     */
    public static List<Route> scan(String... packages) {
        throw new UnsupportedOperationException("in the making");
    }

    /**
     * The routes of all controllers in those packages and below.
     *
     * @param instances gives the one instance of a controller class: {@code injector::getInstance} say
     * @throws InvalidControllersException if any of them has a fault, or a package has no controller
     */
    public static List<Route> scan(Function<Class<?>, Object> instances, String... packages) {
        throw new UnsupportedOperationException("in the making");
    }
}
