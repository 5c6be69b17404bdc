/**
 * The sample application: what a user of Weir runs first, and reads next.
 *
 * <p>{@link dev.weir.sample.SampleApp} joins the parts and starts the server. Everything a client can ask for is a
 * method of one of the controllers ({@code …Controller}); what they keep is in {@code TodoStore}, on a database, and in
 * {@code FileStore}, in a directory; {@code TodoFeed} tells pages that are open what has changed.
 * {@code SampleRoutes} describes them as an API, and filters of the server add what belongs to every response. {@code
 * TrainingRun} is for archives of classes, which make a start faster.
 */
package dev.weir.sample;
