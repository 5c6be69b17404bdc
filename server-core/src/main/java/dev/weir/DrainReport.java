package dev.weir;

import java.time.Duration;

/**
 * What became of the connections when a server stopped.
 *
 * @param connections open when the listener closed
 * @param interrupted of these, still busy at the deadline, so that their requests were interrupted
 * @param cut of those, still busy after the last wait
 * @param duration from the first step to the last
 */
public record DrainReport(int connections, int interrupted, int cut, Duration duration) {

    static final DrainReport NOTHING = new DrainReport(0, 0, 0, Duration.ZERO);
}
