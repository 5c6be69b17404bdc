package dev.weir.compression;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;

/** A coding put together from its parts. */
record NamedCoding(String name, Encoder to, Decoder from) implements ContentCoding {

    NamedCoding {
        CodingNames.check(name);
        Objects.requireNonNull(to, "encoder");
        Objects.requireNonNull(from, "decoder");
    }

    @Override
    public OutputStream encoder(OutputStream coded) throws IOException {
        return to.to(coded);
    }

    @Override
    public InputStream decoder(InputStream coded) throws IOException {
        return from.from(coded);
    }
}
