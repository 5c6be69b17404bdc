package dev.weir.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Status of the response when the method returns normally: 200 unless given, 204 for {@code void}.
 *
 * <p>On a class it is the status of responses that are made of its instances, where a method returns that class or a sealed
 * type that permits it:
 *
 * <pre>{@code
 * sealed interface Booking permits Booked, Full {}
 * @Status(201) record Booked(long id) implements Booking {}
 * @Status(409) record Full(int waiting) implements Booking {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
public @interface Status {

    /** The code, from 200 to 599. */
    int value();
}
