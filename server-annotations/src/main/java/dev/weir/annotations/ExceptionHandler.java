package dev.weir.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that answers in place of an endpoint that threw: in a {@link Controller} for its own endpoints, in a class
 * given to {@link dev.weir.controllers.ControllersBuilder#exceptionHandlers} for all controllers.
 *
 * <pre>
 *   &#64;ExceptionHandler
 *   &#64;Status(409)
 *   Conflict taken(NameTakenException e, Request request) { … }
 * </pre>
 *
 * <p>Exactly one parameter is a Throwable and tells what is handled; others may be the {@link dev.weir.http.Request} or
 * a part of its head. Of several methods the one with the nearest type is called, one of the controller before all of
 * the application. What it returns becomes the response as with an endpoint, but the status is 500 unless {@link Status}
 * or the returned {@code Response} says otherwise. What the filters of an endpoint throw is handled as well.
 *
 * <p>{@link dev.weir.http.HttpException} is an answer and no failure: values that do not convert, results that are
 * missing, and whatever else has a status already. It goes to a method that names that very type, never to one for
 * {@code Exception}, which therefore cannot make a 404 a 500 by mistake. {@link InterruptedException} is left alone in the
 * same way: it means that the server stops, or that the client has gone.
 *
 * <p>A method may throw an {@code HttpException} to answer with. If it throws anything else, the response is a 500 without
 * detail, and both exceptions are logged.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface ExceptionHandler {}
