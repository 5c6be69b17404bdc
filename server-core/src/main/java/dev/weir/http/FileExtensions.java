package dev.weir.http;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The media types that the usual file name extensions of the web stand for. */
final class FileExtensions {
    private static final Map<String, MediaType> BY_EXTENSION = new HashMap<>();

    static {
        put(MediaType.TEXT_HTML_UTF_8, "html", "htm", "shtml");
        put(MediaType.TEXT_CSS_UTF_8, "css");
        put(MediaType.TEXT_JAVASCRIPT_UTF_8, "js", "mjs", "cjs");
        put(MediaType.TEXT_PLAIN_UTF_8, "txt", "text", "log");
        put(text("csv"), "csv");
        put(text("markdown"), "md", "markdown");
        put(text("tab-separated-values"), "tsv");
        put(text("calendar"), "ics");
        put(text("vcard"), "vcf");
        put(text("vtt"), "vtt");
        put(MediaType.APPLICATION_JSON, "json", "map");
        put(application("ld+json"), "jsonld");
        put(application("manifest+json"), "webmanifest");
        put(application("geo+json"), "geojson");
        put(MediaType.APPLICATION_NDJSON, "ndjson");
        put(application("xml"), "xml", "xsl");
        put(application("xhtml+xml"), "xhtml");
        put(application("atom+xml"), "atom");
        put(application("rss+xml"), "rss");
        put(application("dash+xml"), "mpd");
        put(application("vnd.apple.mpegurl"), "m3u8");
        put(application("wasm"), "wasm");
        put(application("pdf"), "pdf");
        put(application("rtf"), "rtf");
        put(application("epub+zip"), "epub");
        put(application("zip"), "zip");
        put(application("gzip"), "gz", "tgz");
        put(application("zstd"), "zst");
        put(application("x-tar"), "tar");
        put(application("x-7z-compressed"), "7z");
        put(application("x-bzip2"), "bz2");
        put(application("x-xz"), "xz");
        put(application("java-archive"), "jar");
        put(application("vnd.android.package-archive"), "apk");
        put(application("msword"), "doc");
        put(application("vnd.ms-excel"), "xls");
        put(application("vnd.ms-powerpoint"), "ppt");
        put(application("vnd.oasis.opendocument.text"), "odt");
        put(application("vnd.oasis.opendocument.spreadsheet"), "ods");
        put(application("vnd.oasis.opendocument.presentation"), "odp");
        put(application("vnd.openxmlformats-officedocument.wordprocessingml.document"), "docx");
        put(application("vnd.openxmlformats-officedocument.spreadsheetml.sheet"), "xlsx");
        put(application("vnd.openxmlformats-officedocument.presentationml.presentation"), "pptx");
        put(MediaType.IMAGE_PNG, "png");
        put(MediaType.IMAGE_SVG, "svg");
        put(image("apng"), "apng");
        put(image("jpeg"), "jpg", "jpeg", "jfif");
        put(image("jxl"), "jxl");
        put(image("heic"), "heic");
        put(image("gif"), "gif");
        put(image("webp"), "webp");
        put(image("avif"), "avif");
        put(image("bmp"), "bmp");
        put(image("tiff"), "tif", "tiff");
        put(image("vnd.microsoft.icon"), "ico");
        put(MediaType.of("font", "woff"), "woff");
        put(MediaType.of("font", "woff2"), "woff2");
        put(MediaType.of("font", "ttf"), "ttf");
        put(MediaType.of("font", "otf"), "otf");
        put(MediaType.of("font", "collection"), "ttc");
        put(application("vnd.ms-fontobject"), "eot");
        put(MediaType.of("model", "gltf+json"), "gltf");
        put(MediaType.of("model", "gltf-binary"), "glb");
        put(MediaType.of("audio", "mpeg"), "mp3");
        put(MediaType.of("audio", "aac"), "aac");
        put(MediaType.of("audio", "midi"), "mid", "midi");
        put(MediaType.of("audio", "webm"), "weba");
        put(MediaType.of("audio", "mp4"), "m4a");
        put(MediaType.of("audio", "ogg"), "ogg", "oga", "opus");
        put(MediaType.of("audio", "wav"), "wav");
        put(MediaType.of("audio", "flac"), "flac");
        put(MediaType.of("video", "mp4"), "mp4", "m4v");
        put(MediaType.of("video", "webm"), "webm");
        put(MediaType.of("video", "ogg"), "ogv");
        put(MediaType.of("video", "mp2t"), "ts");
        put(MediaType.of("video", "mpeg"), "mpg", "mpeg");
        put(MediaType.of("video", "quicktime"), "mov");
        put(MediaType.of("video", "matroska"), "mkv");
        put(MediaType.of("video", "3gpp"), "3gp");
    }

    private FileExtensions() {}

    /** The media type of an extension, which is given in lower case and without the dot. */
    static Optional<MediaType> mediaType(String extension) {
        return Optional.ofNullable(BY_EXTENSION.get(extension));
    }

    private static void put(MediaType mediaType, String... extensions) {
        for (String extension : extensions) {
            BY_EXTENSION.put(extension, mediaType);
        }
    }

    private static MediaType text(String subtype) {
        return MediaType.of("text", subtype).with("charset", "utf-8");
    }

    private static MediaType application(String subtype) {
        return MediaType.of("application", subtype);
    }

    private static MediaType image(String subtype) {
        return MediaType.of("image", subtype);
    }
}
