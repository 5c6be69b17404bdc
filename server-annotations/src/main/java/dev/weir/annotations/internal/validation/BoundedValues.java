package dev.weir.annotations.internal.validation;

import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.ValueExtractor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is in containers, as every provider finds it, but only until a {@link ViolationLimit} is reached. */
final class BoundedValues {

    private static final String ITERABLE_ELEMENT = "<iterable element>";
    private static final String LIST_ELEMENT = "<list element>";

    private BoundedValues() {}

    /**
     * All of them, to be used in place of the provider's own.
     *
     * @param provider an object of the provider's
     */
    static List<ValueExtractor<?>> all(Object provider) {
        List<ValueExtractor<?>> all =
                new ArrayList<>(List.of(new OfList(), new OfIterable(), new KeysOfMap(), new ValuesOfMap()));
        if (provider.getClass().getName().startsWith("org.hibernate.validator.")) {
            // the specification knows no extractors of arrays
            all.add(new OfArray());
        }
        return all;
    }

    private static final class OfList implements ValueExtractor<List<@ExtractedValue ?>> {
        @Override
        public void extractValues(List<?> list, ValueReceiver receiver) {
            int i = 0;
            for (Object element : list) {
                if (ViolationLimit.isReached()) {
                    return;
                }
                receiver.indexedValue(LIST_ELEMENT, i++, element);
            }
        }
    }

    private static final class OfIterable implements ValueExtractor<Iterable<@ExtractedValue ?>> {
        @Override
        public void extractValues(Iterable<?> elements, ValueReceiver receiver) {
            for (Object element : elements) {
                if (ViolationLimit.isReached()) {
                    return;
                }
                receiver.iterableValue(ITERABLE_ELEMENT, element);
            }
        }
    }

    private static final class OfArray implements ValueExtractor<Object @ExtractedValue []> {
        @Override
        public void extractValues(Object[] elements, ValueReceiver receiver) {
            for (int i = 0; i < elements.length && !ViolationLimit.isReached(); i++) {
                receiver.indexedValue(ITERABLE_ELEMENT, i, elements[i]);
            }
        }
    }

    private static final class KeysOfMap implements ValueExtractor<Map<@ExtractedValue ?, ?>> {
        @Override
        public void extractValues(Map<?, ?> map, ValueReceiver receiver) {
            for (Object key : map.keySet()) {
                if (ViolationLimit.isReached()) {
                    return;
                }
                receiver.keyedValue("<map key>", key, key);
            }
        }
    }

    private static final class ValuesOfMap implements ValueExtractor<Map<?, @ExtractedValue ?>> {
        @Override
        public void extractValues(Map<?, ?> map, ValueReceiver receiver) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (ViolationLimit.isReached()) {
                    return;
                }
                receiver.keyedValue("<map value>", entry.getKey(), entry.getValue());
            }
        }
    }
}
