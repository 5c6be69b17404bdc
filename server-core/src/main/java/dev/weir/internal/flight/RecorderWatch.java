package dev.weir.internal.flight;

import jdk.jfr.FlightRecorder;
import jdk.jfr.FlightRecorderListener;

/**
 * Knows whether Flight Recorder has been used in this JVM. Before that no event class is to be touched: the first one makes
 * the JDK set up the whole recorder, which is a third of what a small server costs to start.
 */
final class RecorderWatch implements FlightRecorderListener {

    private static volatile boolean isInUse;

    private RecorderWatch() {}

    /** Begins to watch; the recorder may be in use already. */
    static void begin() {
        FlightRecorder.addListener(new RecorderWatch());
    }

    static boolean isInUse() {
        return isInUse;
    }

    @Override
    public void recorderInitialized(FlightRecorder recorder) {
        isInUse = true;
    }
}
