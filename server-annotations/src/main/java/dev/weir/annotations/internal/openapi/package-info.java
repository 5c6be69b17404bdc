/**
 * From routes of controllers to an OpenAPI 3.1 document and the page that shows it.
 *
 * <p>{@code Operations} groups routes by path and method, for OpenAPI has one {@code Operation} for each;
 * {@code Parameters}, {@code Contents} and {@code Responses} say what goes in and comes out of one, {@code Problems} is what
 * they share, and {@code ApiDocument} puts it all together. {@code SwaggerUi} finds the viewer on the class path.
 */
package dev.weir.annotations.internal.openapi;
