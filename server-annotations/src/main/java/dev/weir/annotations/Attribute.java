package dev.weir.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter that takes what a filter left for it with {@link dev.weir.http.Request#withAttribute}: the user that it found
 * out, say.
 *
 * <p>The value is handed over as it is, nothing is converted. If it is missing, or of another type, that is the
 * application's fault and none of the client's: 500, and the log names the attribute. An {@code Optional} may be missing,
 * and a parameter declared {@code Nullable} is null then; there is no default.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
public @interface Attribute {

    /** Name of the attribute; the parameter's name unless given. */
    String value() default "";
}
