package dev.weir.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A parameter that comes from a part of a submitted form with files: from content of the media type {@code
 * multipart/form-data}.
 *
 * <pre>{@code
 * @Post("/photos")
 * String add(@Part String title, @Part Upload photo) throws IOException {
 *     photo.transferTo(folder.resolve(UUID.randomUUID() + ".jpg"));
 *     return "added " + title;
 * }
 * }</pre>
 *
 * <p>What the parameter is says what is made of the part:
 *
 * <ul>
 *   <li>{@link dev.weir.multipart.Upload}: the part as it came, with its file name, media type and content.
 *   <li>{@code InputStream}, {@code byte[]}: its content.
 *   <li>Any type that text converts to: its text. An empty field is the empty String, and as good as missing for every other
 *       type; {@link DefaultValue} and {@link Split} mean what they mean on a {@link FormParam}.
 *   <li>Another record or class, or a {@code Map}: read from JSON, which the part has to say that it is.
 * </ul>
 *
 * <p>A {@code List}, {@code Set} or array of one of these takes every part of the name, any other type exactly one. It is
 * 400 if the form has none, unless the parameter is an {@code Optional} or declared {@code Nullable}. A field for a file
 * that the user left empty counts as missing.
 *
 * <p>All parts that a parameter asks for are there before the method is called, in any order; others are passed over.
 * Uploads and streams wait in memory, or in a temporary file when they are longer than {@link
 * dev.weir.multipart.MultipartLimits#memory()}; everything else is refused with 413 when it is longer. What they take is
 * given back once the response has been written, so a response may still be read from them; they are of no use later, nor
 * to other threads that outlive the request.
 *
 * <p>A method may have any number of such parameters, but then none that takes the content in another way, and it cannot
 * answer GET or HEAD. To read parts one by one while they arrive, whatever their size, take a {@link
 * dev.weir.multipart.MultipartReader}, which needs no annotation. Limits are set with {@code ControllersBuilder}; all
 * content is within the limit of the request unless they say otherwise.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
public @interface Part {

    /** Name of the part; the parameter's name unless given. */
    String value() default "";
}
