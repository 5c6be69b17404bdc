package dev.weir.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter that takes the request's content.
 *
 * {@code byte[]}, {@code String} and {@code InputStream} take it as it is, whatever its media type; every other type is
 * read from JSON. It may be left out on POST, PUT and PATCH where exactly one parameter is a record or another class of
 * the application and has no other source.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
public @interface Body {}
