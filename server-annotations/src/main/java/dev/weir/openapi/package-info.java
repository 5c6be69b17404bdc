/**
 * Describes annotated controllers in the form of OpenAPI 3.1: {@link dev.weir.openapi.OpenApi} makes routes of a document,
 * and of a page that shows it, out of the routes of controllers. Nothing but those needs to be annotated.
 */
package dev.weir.openapi;
