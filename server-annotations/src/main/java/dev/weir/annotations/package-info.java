/**
 * What a controller is written with: annotations for classes, methods and parameters.
 *
 * <p>They say nothing by themselves; {@code dev.weir.controllers.Controllers} makes routes of the classes that carry them.
 * Each may stand on another annotation, which then means the same, and on the superclass's or interface's method that a
 * controller's method implements.
 */
package dev.weir.annotations;
