package dev.weir.annotations.internal.validation;

import dev.weir.json.Patched;
import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.ValueExtractor;

/**
 * Has providers check what a member of a change is changed to: {@code Patched<@NotNull @Size(max = 80) String>} may be
 * absent, but neither null nor long. Found by providers as a service.
 */
public final class PatchedValue implements ValueExtractor<Patched<@ExtractedValue ?>> {

    /** For providers. */
    public PatchedValue() {}

    @Override
    public void extractValues(Patched<?> patched, ValueReceiver receiver) {
        patched.ifGiven(value -> receiver.value(null, value));
    }
}
