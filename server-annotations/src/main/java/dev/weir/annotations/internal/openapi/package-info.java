/**
 * From routes of controllers to an OpenAPI 3.1 document and the page that shows it.
 *
 * <p>{@code Operations} groups the descriptions of endpoints by path and method, for OpenAPI has one operation for each;
 * {@code Parameters}, {@code Contents} and {@code Responses} say what goes in and comes out of one, {@code Problems} is what
 * they share, and {@code ApiDocument} puts it all together. {@code SwaggerUi} finds the viewer on the class path.
 */
package dev.weir.annotations.internal.openapi;
