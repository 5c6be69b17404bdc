/**
 * What a server reports while it works.
 *
 * <p>A {@link dev.weir.observe.ServerObserver} is called at each turn of a connection's life, on the thread that serves
 * it; whoever observes must be quick and must not block. {@link dev.weir.observe.AccessLog} is one that hands a line for
 * each response to a thread of its own. Without an observer nothing is measured and nothing is made.
 */
package dev.weir.observe;
