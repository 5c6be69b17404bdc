package dev.weir.benchmarks.jmh;

import java.nio.charset.StandardCharsets;

/** Request heads to be parsed. */
public enum SampleHead {
    /** What a load generator sends. */
    SMALL("""
            GET /plaintext HTTP/1.1
            Host: localhost

            """),

    /** What a browser sends: 20 field lines, 1 KiB in all. */
    BROWSER("""
            GET /articles/2026/11/a-head-of-the-usual-size?from=newsletter&page=2 HTTP/1.1
            Host: www.example.test
            Connection: keep-alive
            Cache-Control: max-age=0
            Upgrade-Insecure-Requests: 1
            User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36
            Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8
            Sec-CH-UA: "Chromium";v="142", "Not_A Brand";v="99"
            Sec-CH-UA-Mobile: ?0
            Sec-CH-UA-Platform: "Linux"
            Sec-Fetch-Site: same-origin
            Sec-Fetch-Mode: navigate
            Sec-Fetch-User: ?1
            Sec-Fetch-Dest: document
            Sec-GPC: 1
            Referer: https://www.example.test/articles/2026/11/
            Accept-Encoding: gzip, deflate, br, zstd
            Accept-Language: en-GB,en;q=0.9,de;q=0.8
            If-None-Match: "5d8c72a5edda8d6a"
            Priority: u=0, i
            Cookie: session=0123456789abcdef0123456789abcdef; theme=dark; consent=essential; visitor=GA1.2.1815184318.1852121027; last-seen=2026-11-24T21%3A07%3A55Z; cart=tea-001%3A2%7Ctea-004%3A1; ab=control-7f3a9c21e4b8d605contro

            """);

    private final String text;

    SampleHead(String text) {
        this.text = text;
    }

    byte[] octets() {
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}
