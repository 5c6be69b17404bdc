package dev.weir.annotations.internal.validation;

import dev.weir.json.Patched;
import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.ValueExtractor;

/**
 * Has providers check what a member of a change is changed to: {@code Patched<@NotNull @Size(max = 80) String>} may be
 * absent, but neither null nor long.
 *
 * <p>Providers on the class path find it as a service. This module does not declare that, for Java 17 starts no module that
 * provides a service of a module that is not there.
 */
public final class PatchedValue implements ValueExtractor<Patched<@ExtractedValue ?>> {

    /** For providers. */
    public PatchedValue() {}

    @Override
    public void extractValues(Patched<?> patched, ValueReceiver receiver) {
        patched.ifGiven(value -> receiver.value(null, value));
    }
}
