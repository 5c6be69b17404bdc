/**
 * From what an endpoint's method returns to a response: one class per kind of result, chosen at start-up by the method's
 * declared type.
 */
package dev.weir.annotations.internal.result;
