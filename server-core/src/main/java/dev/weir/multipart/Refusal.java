package dev.weir.multipart;

import dev.weir.http.FieldNames;
import dev.weir.http.HttpException;
import dev.weir.http.MediaType;
import dev.weir.http.Status;

/** The answers to content that cannot be read. Nothing of the content is in them. */
final class Refusal {

    private Refusal() {}

    /** 400: the content is no multipart content, or ends too early. */
    static HttpException malformed(String what) {
        return new HttpException(Status.BAD_REQUEST, "The multipart content is malformed: " + what + ".");
    }

    /** 413: there is more of something than there may be. */
    static HttpException tooLarge(String what) {
        return new HttpException(Status.CONTENT_TOO_LARGE, "The multipart content is too large: " + what + ".");
    }

    /** 415: the content is something else. */
    static HttpException notFormData() {
        String accepted = MediaType.MULTIPART_FORM_DATA.essence();
        return new HttpException(Status.UNSUPPORTED_MEDIA_TYPE, "The content has to be a form: " + accepted + ".")
                .withHeader(FieldNames.ACCEPT, accepted);
    }

    /** 415: a part is coded in a way that browsers never used (RFC 7578 section 4.7). */
    static HttpException coded(int part) {
        return new HttpException(
                Status.UNSUPPORTED_MEDIA_TYPE,
                "Part " + part + " of the multipart content has a Content-Transfer-Encoding that changes its octets.");
    }
}
