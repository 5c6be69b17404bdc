package dev.weir.multipart;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Octets in a temporary file, which goes when it is closed.
 *
 * <p>The file is opened to be deleted on close, which operating systems see to: where they can, its name is gone at once,
 * so that not even a process that is killed leaves it behind. What is not closed goes with its channel, when that is
 * garbage.
 *
 * @param channel the open file
 * @param size number of octets in it
 */
record KeptInFile(FileChannel channel, long size) implements KeptContent {

    /** Writes some octets and all of a stream to a new file in that directory. */
    static KeptInFile write(Path directory, ByteArrayOutputStream begin, InputStream rest) throws IOException {
        FileChannel channel = open(directory);
        try {
            OutputStream output = Channels.newOutputStream(channel);
            begin.writeTo(output);
            return new KeptInFile(channel, begin.size() + rest.transferTo(output));
        } catch (IOException | RuntimeException | Error e) {
            channel.close();
            throw e;
        }
    }

    private static FileChannel open(Path directory) throws IOException {
        // Only its owner may read it; the JDK sees to that.
        Path file = Files.createTempFile(directory, "weir-", ".part");
        try {
            return FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException | RuntimeException | Error e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) throws IOException {
        int count = channel.read(ByteBuffer.wrap(into, offset, length), position);
        if (count <= 0) {
            throw new EOFException("temporary file ended after " + position + " of " + size + " octets");
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
