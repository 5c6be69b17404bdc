package dev.weir.multipart;

/**
 * How much of everything multipart content may have; more is answered with 413. Sizes are in octets.
 *
 * @param parts most parts
 * @param headerSection longest header section of a part
 * @param name longest name of a part, and longest file name
 * @param part longest content of a part; as long as all content unless set
 * @param content longest content altogether, with all that stands between the parts
 * @param outside most that may stand before the first part and behind the last one, each; clients send none
 * @param memory longest content of a part that is kept in memory as a whole: text, or an upload without a file
 */
public record MultipartLimits(
        int parts, int headerSection, int name, long part, long content, long outside, int memory) {

    /** Checks every value. */
    public MultipartLimits {
        check("parts", parts, 1, 1_000_000);
        check("headerSection", headerSection, 64, 1 << 20);
        check("name", name, 1, 1 << 20);
        check("part", part, 0, Long.MAX_VALUE);
        check("content", content, 0, Long.MAX_VALUE);
        check("outside", outside, 0, Long.MAX_VALUE);
        check("memory", memory, 0, 1 << 30);
    }

    private static void check(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: " + least
                    + (most == Long.MAX_VALUE ? " or more)" : " to " + most + ")"));
        }
    }

    /** 100 parts, 8 KiB of header section each, names of 1 KiB, 2 MiB of content, 256 KiB of a part in memory. */
    public static MultipartLimits defaults() {
        return new MultipartLimits(100, 8 << 10, 1 << 10, Long.MAX_VALUE, 2 << 20, 1 << 10, 256 << 10);
    }

    /** These with another parts. */
    public MultipartLimits withParts(int parts) {
        return new MultipartLimits(parts, headerSection, name, part, content, outside, memory);
    }

    /** These with another headerSection. */
    public MultipartLimits withHeaderSection(int headerSection) {
        return new MultipartLimits(parts, headerSection, name, part, content, outside, memory);
    }

    /** These with another name. */
    public MultipartLimits withName(int name) {
        return new MultipartLimits(parts, headerSection, name, part, content, outside, memory);
    }

    /** These with another part. */
    public MultipartLimits withPart(long part) {
        return new MultipartLimits(parts, headerSection, name, part, content, outside, memory);
    }

    /** These with another content. */
    public MultipartLimits withContent(long content) {
        return new MultipartLimits(parts, headerSection, name, part, content, outside, memory);
    }

    /** These with another outside. */
    public MultipartLimits withOutside(long outside) {
        return new MultipartLimits(parts, headerSection, name, part, content, outside, memory);
    }

    /** These with another memory. */
    public MultipartLimits withMemory(int memory) {
        return new MultipartLimits(parts, headerSection, name, part, content, outside, memory);
    }
}
