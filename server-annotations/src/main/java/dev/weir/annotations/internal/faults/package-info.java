/**
 * What is wrong with controllers, and the report that tells it to a programmer at start-up.
 *
 * <p>Source lines come out of class files, which are read only when there is something to report.
 */
package dev.weir.annotations.internal.faults;
