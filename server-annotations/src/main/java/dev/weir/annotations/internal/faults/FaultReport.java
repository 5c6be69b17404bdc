package dev.weir.annotations.internal.faults;

import java.util.List;

/** Writes faults as a numbered list, the places of all of them in the same columns. */
public final class FaultReport {

    private final List<Fault> faults;
    private final SourceLines lines = new SourceLines();
    private final StringBuilder text = new StringBuilder();

    private FaultReport(List<Fault> faults) {
        this.faults = faults;
    }

    /** The report of those faults, of which there is at least one. */
    public static String of(List<Fault> faults) {
        return new FaultReport(faults).write();
    }

    private String write() {
        int signatures = 0;
        int files = 0;
        for (Fault fault : faults) {
            for (Place place : fault.places()) {
                signatures = Math.max(signatures, place.signature().length());
                files = Math.max(files, lines.of(place).length());
            }
        }
        text.append("Cannot start: ")
                .append(faults.size() == 1 ? "1 fault" : faults.size() + " faults")
                .append(" in annotated controllers");
        for (int i = 0; i < faults.size(); i++) {
            Fault fault = faults.get(i);
            text.append(String.format("%n%2d. %s", i + 1, fault.title()));
            for (Place place : fault.places()) {
                row(place, signatures, files);
            }
            text.append(System.lineSeparator()).append("    ").append(fault.mend());
        }
        return text.toString();
    }

    private void row(Place place, int signatures, int files) {
        String row = padded(place.signature(), signatures + 3) + padded(lines.of(place), files + 2);
        text.append(System.lineSeparator()).append("      ").append((row + place.annotation()).stripTrailing());
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(width - cell.length());
    }
}
