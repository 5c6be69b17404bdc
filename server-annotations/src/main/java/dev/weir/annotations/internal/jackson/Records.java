package dev.weir.annotations.internal.jackson;

import tools.jackson.core.Version;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.ValueInstantiators;
import tools.jackson.databind.deser.std.StdValueInstantiator;

/** Has Jackson make records with {@link RecordInstantiator}. */
final class Records extends JacksonModule {

    @Override
    public String getModuleName() {
        return Records.class.getName();
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        context.addValueInstantiators(new ValueInstantiators.Base() {
            @Override
            public ValueInstantiator modifyValueInstantiator(
                    DeserializationConfig config, BeanDescription.Supplier type, ValueInstantiator original) {
                return type.getBeanClass().isRecord() && original instanceof StdValueInstantiator standard
                        ? RecordInstantiator.of(standard)
                                .map(ValueInstantiator.class::cast)
                                .orElse(original)
                        : original;
            }
        });
    }
}
