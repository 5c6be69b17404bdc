/**
 * Benchmarks of single parts, run by JMH.
 *
 * <pre>
 *   mvn -q -DskipTests package
 *   java -jar benchmarks/target/jmh.jar -prof gc                     all, with the octets each operation allocates
 *   java -jar benchmarks/target/jmh.jar -prof gc Router -p routes=2000
 *   java -jar benchmarks/target/jmh.jar -lp                          what there is, with its parameters
 * </pre>
 *
 * <p>With {@code -prof gc} the column to read is {@code gc.alloc.rate.norm}, in octets per operation. What is not public
 * in {@code dev.weir.internal.http1} has its benchmarks in a package of that name in this module.
 *
 * <p>Each benchmark makes sure in its set-up that what it measures works: it ends the run otherwise.
 */
package dev.weir.benchmarks.jmh;
