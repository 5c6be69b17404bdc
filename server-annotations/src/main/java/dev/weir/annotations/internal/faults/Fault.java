package dev.weir.annotations.internal.faults;

import java.util.List;

/**
 * One reason why controllers cannot work.
 *
 * @param title what is wrong, in a few words and without a full stop
 * @param places where; empty if it is nowhere in the code
 * @param mend what to do about it, in whole sentences
 */
public record Fault(String title, List<Place> places, String mend) {

    /** Copies the list. */
    public Fault {
        places = List.copyOf(places);
    }

    /** A fault in a single place. */
    public static Fault at(Place place, String title, String mend) {
        return new Fault(title, List.of(place), mend);
    }
}
