/**
 * What a controller is written with: annotations for classes, methods and parameters.
 *
 * <p>They say nothing by themselves; {@code dev.weir.controllers.Controllers} makes routes of the classes that carry them.
 * Each may stand on another annotation, which then means the same, and on the superclass's or interface's method that a
 * controller's method implements.
 *
 * <p>A parameter that carries none of them and has not the name of a path variable may be a part of the request by its type
 * alone: {@code Request} itself, {@code Method}, {@code RequestTarget}, {@code HttpVersion}, {@code Headers}, {@code
 * List<Cookie>}, {@code PathParameters}, {@code QueryParameters}, {@code Peer} for the client's address, or {@code
 * RequestContent} for content that is not read yet, all of {@code dev.weir.http}; or {@code
 * dev.weir.multipart.MultipartReader} for the parts of a form as they arrive.
 */
package dev.weir.annotations;
