/**
 * The index of controllers: a file of their names that is written when an application is built, and read at start-up in
 * place of a scan. What it says of the class files around it tells whether it is still true.
 */
package dev.weir.annotations.internal.index;
