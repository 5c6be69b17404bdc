package dev.weir.benchmarks.peers;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import java.util.concurrent.TimeUnit;

/** Netty with its HTTP codec and one handler behind it; the routes are written out by hand. */
public final class NettyPeer {

    private NettyPeer() {}

    /** Serves until the process ends. */
    public static void main(String[] arguments) throws InterruptedException {
        EventLoopGroup loops =
                new MultiThreadIoEventLoopGroup(Runtime.getRuntime().availableProcessors(), NioIoHandler.newFactory());
        loops.scheduleAtFixedRate(NettyAnswers::renewDate, 0, 1, TimeUnit.SECONDS);
        new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(new HttpServerCodec(), new NettyAnswers());
                    }
                })
                .bind("127.0.0.1", Application.port())
                .sync()
                .channel()
                .closeFuture()
                .sync();
    }
}
