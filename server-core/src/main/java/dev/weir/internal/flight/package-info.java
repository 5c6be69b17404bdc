/**
 * What JDK Flight Recorder gets to see of a server: connections, requests, refusals and drains.
 *
 * <p>{@link dev.weir.internal.flight.FlightEvents} makes each event, and makes none while nothing records. The events are
 * apart from the observers because their type comes from the module {@code jdk.jfr}, which the server works without and
 * which no exported package may therefore show.
 */
package dev.weir.internal.flight;
