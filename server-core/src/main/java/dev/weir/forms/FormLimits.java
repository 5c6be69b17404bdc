package dev.weir.forms;

/**
 * What one form may take.
 *
 * @param fields most fields; more is answered with 400
 * @param octets longest content, in place of the limit that the request has otherwise; more is answered with 413
 */
public record FormLimits(int fields, long octets) {

    /** Checks every value. */
    public FormLimits {
        if (fields < 1) {
            throw new IllegalArgumentException("fields: " + fields + " (expected: 1 or more)");
        }
        if (octets < 0) {
            throw new IllegalArgumentException("octets: " + octets + " (expected: 0 or more)");
        }
    }

    /** The defaults: 1000 fields, 2 MiB. */
    public static FormLimits defaults() {
        return new FormLimits(1000, 2 << 20);
    }

    /** These with another number of fields. */
    public FormLimits withFields(int most) {
        return new FormLimits(most, octets);
    }

    /** These with another length. */
    public FormLimits withOctets(long most) {
        return new FormLimits(fields, most);
    }
}
