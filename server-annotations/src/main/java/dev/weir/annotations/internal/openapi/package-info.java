/**
 * From routes of controllers to an OpenAPI 3.1 document.
 *
 * <p>{@code Operations} groups the descriptions of endpoints by path and method, for OpenAPI has one operation for each;
 * {@code Parameters}, {@code Contents} and {@code Responses} say what goes in and comes out of one, {@code Problems} is what
 * they share, and {@code ApiDocument} puts it all together.
 */
package dev.weir.annotations.internal.openapi;
