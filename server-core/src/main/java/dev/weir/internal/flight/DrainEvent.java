package dev.weir.internal.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A server's way from ready to stopped, as Flight Recorder has it. */
@Name("dev.weir.Drain")
@Label("Drain")
@Category("Weir")
@Description("A server's way from ready to stopped")
@StackTrace(false)
final class DrainEvent extends Event implements FlightEvents.Drain {

    /** Only ever asked whether such events are wanted. */
    private static final DrainEvent PROBE = new DrainEvent();

    @Label("Open")
    @Description("Connections that were open when the listener closed")
    int open;

    @Label("Interrupted")
    @Description("Of these, busy at the deadline")
    int interrupted;

    @Label("Cut")
    @Description("Of these, not ended by their handlers a last while later")
    int cut;

    DrainEvent() {
        begin();
    }

    static boolean isOn() {
        return PROBE.isEnabled();
    }

    @Override
    public void ended(int open, int interrupted, int cut) {
        this.open = open;
        this.interrupted = interrupted;
        this.cut = cut;
        commit();
    }
}
