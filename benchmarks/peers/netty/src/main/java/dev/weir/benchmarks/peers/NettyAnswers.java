package dev.weir.benchmarks.peers;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.DefaultFileRegion;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.util.AsciiString;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** Answers the requests of one connection, one after the other. */
final class NettyAnswers extends SimpleChannelInboundHandler<HttpObject> {

    private static final AsciiString TEXT = AsciiString.cached("text/plain");
    private static final AsciiString JSON = AsciiString.cached("application/json");
    private static final AsciiString OCTETS = AsciiString.cached("application/octet-stream");
    private static final byte[] NOTHING = new byte[0];

    private static volatile AsciiString date = AsciiString.EMPTY_STRING;

    private HttpRequest request;
    private ByteArrayOutputStream content;

    static void renewDate() {
        date = AsciiString.cached(DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) throws IOException {
        if (part instanceof HttpRequest head) {
            request = head;
            content = null;
        }
        if (part instanceof HttpContent piece) {
            int octets = piece.content().readableBytes();
            if (octets > 0) {
                content = content == null ? new ByteArrayOutputStream(2048) : content;
                piece.content().readBytes(content, octets);
            }
            if (part instanceof LastHttpContent) {
                answer(context);
            }
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        context.flush();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }

    private void answer(ChannelHandlerContext context) throws IOException {
        String target = request.uri();
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        switch (path) {
            case "/plaintext" -> send(context, HttpResponseStatus.OK, TEXT, Application.HELLO);
            case "/json" -> send(context, HttpResponseStatus.OK, JSON, Application.message());
            case "/echo" -> send(context, HttpResponseStatus.OK, JSON, Application.echo(content.toByteArray()));
            case "/chunked" -> chunks(context);
            default -> {
                if (path.startsWith("/users/")) {
                    order(context, path.split("/"));
                } else if (path.startsWith("/file/")) {
                    file(context, path.substring("/file/".length()));
                } else {
                    notFound(context);
                }
            }
        }
    }

    private void order(ChannelHandlerContext context, String[] path) {
        if (path.length != 5 || !path[3].equals("orders")) {
            notFound(context);
            return;
        }
        Map<String, List<String>> query = new QueryStringDecoder(request.uri()).parameters();
        byte[] view = Application.view(
                path[2],
                path[4],
                query.get("expand").get(0),
                query.get("limit").get(0),
                request.headers().get("X-Request-Id"));
        send(context, HttpResponseStatus.OK, JSON, view);
    }

    private void file(ChannelHandlerContext context, String name) throws IOException {
        Path folder = Application.folder();
        Path path = folder.resolve(name).normalize();
        if (!folder.equals(path.getParent()) || !Files.isRegularFile(path)) {
            notFound(context);
            return;
        }
        File file = path.toFile();
        HttpResponse head = head(new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK), OCTETS);
        HttpUtil.setContentLength(head, file.length());
        context.write(head);
        context.write(new DefaultFileRegion(file, 0, file.length()));
        end(context, LastHttpContent.EMPTY_LAST_CONTENT);
    }

    private void chunks(ChannelHandlerContext context) {
        HttpResponse head = head(new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK), OCTETS);
        HttpUtil.setTransferEncodingChunked(head, true);
        context.write(head);
        for (int i = 0; i < Application.CHUNKS; i++) {
            context.write(new DefaultHttpContent(Unpooled.wrappedBuffer(Application.CHUNK)), context.voidPromise());
        }
        end(context, LastHttpContent.EMPTY_LAST_CONTENT);
    }

    private void notFound(ChannelHandlerContext context) {
        send(context, HttpResponseStatus.NOT_FOUND, TEXT, NOTHING);
    }

    private void send(ChannelHandlerContext context, HttpResponseStatus status, AsciiString type, byte[] octets) {
        DefaultFullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(octets));
        head(response, type).headers().setInt(HttpHeaderNames.CONTENT_LENGTH, octets.length);
        end(context, response);
    }

    private HttpResponse head(HttpResponse response, AsciiString type) {
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, type).set(HttpHeaderNames.DATE, date);
        if (!HttpUtil.isKeepAlive(request)) {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        return response;
    }

    private void end(ChannelHandlerContext context, HttpObject last) {
        if (HttpUtil.isKeepAlive(request)) {
            context.write(last, context.voidPromise());
        } else {
            context.write(last).addListener(ChannelFutureListener.CLOSE);
        }
    }
}
