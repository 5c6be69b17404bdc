package dev.weir.annotations.internal.faults;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;

/**
 * The few things in a class file that tell where its source is (JVM specification, chapter 4).
 *
 * @param sourceFile name of the source file, or empty
 * @param lines first line of each method that has code, by name and descriptor
 */
record ClassFile(String sourceFile, Map<String, Integer> lines) {

    static ClassFile read(InputStream in) throws IOException {
        return new Reader(new DataInputStream(in)).read();
    }

    static String key(Method method) {
        return method.getName()
                + MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                        .toMethodDescriptorString();
    }

    boolean namesSource() {
        return !sourceFile.isEmpty();
    }

    private static final class Reader {

        private final DataInputStream in;
        private final Map<String, Integer> lines = new HashMap<>();
        private String[] texts;
        private String sourceFile = "";

        Reader(DataInputStream in) {
            this.in = in;
        }

        ClassFile read() throws IOException {
            in.skipNBytes(8); // magic, minor and major version
            constants();
            in.skipNBytes(6); // access flags, this class, super class
            in.skipNBytes(2L * in.readUnsignedShort()); // interfaces
            members(); // fields
            members(); // methods
            for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
                String name = texts[in.readUnsignedShort()];
                int length = in.readInt();
                if (name.equals("SourceFile")) {
                    sourceFile = texts[in.readUnsignedShort()];
                } else {
                    in.skipNBytes(length);
                }
            }
            return new ClassFile(sourceFile, lines);
        }

        private void constants() throws IOException {
            int count = in.readUnsignedShort();
            texts = new String[count];
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case 1 -> texts[i] = in.readUTF();
                    case 7, 8, 16, 19, 20 -> in.skipNBytes(2); // class, string, method type, module, package
                    case 15 -> in.skipNBytes(3); // method handle
                    case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4); // int, float, references, dynamic
                    case 5, 6 -> {
                        in.skipNBytes(8); // long and double, which take two places
                        i++;
                    }
                    default -> throw new IOException("constant pool tag " + tag);
                }
            }
        }

        private void members() throws IOException {
            for (int members = in.readUnsignedShort(); members > 0; members--) {
                in.skipNBytes(2); // access flags
                String key = texts[in.readUnsignedShort()] + texts[in.readUnsignedShort()];
                for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
                    String name = texts[in.readUnsignedShort()];
                    int length = in.readInt();
                    if (name.equals("Code")) {
                        code(key);
                    } else {
                        in.skipNBytes(length);
                    }
                }
            }
        }

        private void code(String key) throws IOException {
            in.skipNBytes(4); // stack and local variables
            in.skipNBytes(in.readInt()); // the code itself
            in.skipNBytes(8L * in.readUnsignedShort()); // exception table
            for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
                String name = texts[in.readUnsignedShort()];
                int length = in.readInt();
                if (name.equals("LineNumberTable")) {
                    for (int rows = in.readUnsignedShort(); rows > 0; rows--) {
                        in.skipNBytes(2); // program counter
                        lines.merge(key, in.readUnsignedShort(), Math::min);
                    }
                } else {
                    in.skipNBytes(length);
                }
            }
        }
    }
}
