package dev.weir.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter that is a record of several: each component has a source as a parameter of the method would.
 *
 * <pre>{@code
 * record Search(@QueryParam String q, @QueryParam @DefaultValue("20") int size) {}
 *
 * @Get("/books")
 * List<Book> find(@Params Search search) { … }
 * }</pre>
 *
 * <p>A component carries {@link PathParam}, {@link QueryParam} or another of that kind, has the name of a path variable, is
 * a part of the request such as {@code Headers}, or is such a record itself. {@link DefaultValue}, {@code Optional},
 * {@code Nullable} and collections mean the same as on a parameter. The content cannot be a component.
 *
 * <p>The record is made through its canonical constructor, always, even if the request gives none of its components. All
 * components that are wrong are told in one answer. What the constructor throws is a 400 that names all of them, unless it
 * is an {@link dev.weir.http.HttpException}.
 *
 * <p>On a record class it holds for all parameters and components of that type that carry no other source.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
public @interface Params {}
