package dev.weir.observe;

import dev.weir.http.Peer;
import dev.weir.http.Request;
import dev.weir.http.Status;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Consumer;

/** Several observers as one; what one of them throws reaches neither the others nor the server. */
public final class ObserverChain implements ServerObserver {

    private final List<ServerObserver> observers;

    private ObserverChain(List<ServerObserver> observers) {
        this.observers = List.copyOf(observers);
    }

    /** Those observers, told in that order; {@link ServerObserver#NONE} if there are none. */
    public static ServerObserver of(List<ServerObserver> observers) {
        return observers.isEmpty() ? ServerObserver.NONE : new ObserverChain(observers);
    }

    @Override
    public void connectionOpened(Peer peer) {
        tell(observer -> observer.connectionOpened(peer));
    }

    @Override
    public void connectionClosed(Peer peer) {
        tell(observer -> observer.connectionClosed(peer));
    }

    @Override
    public void requestStarted(Request request) {
        tell(observer -> observer.requestStarted(request));
    }

    @Override
    public void failed(Request request, Throwable failure) {
        tell(observer -> observer.failed(request, failure));
    }

    @Override
    public void responded(ServedRequest served) {
        tell(observer -> observer.responded(served));
    }

    @Override
    public void refused(Peer peer, Status status, String violation) {
        tell(observer -> observer.refused(peer, status, violation));
    }

    @Override
    public void shed(Request request) {
        tell(observer -> observer.shed(request));
    }

    @Override
    public void deadlinePassed(Peer peer, String phase) {
        tell(observer -> observer.deadlinePassed(peer, phase));
    }

    private void tell(Consumer<ServerObserver> event) {
        for (ServerObserver observer : observers) {
            try {
                event.accept(observer);
            } catch (RuntimeException | Error e) {
                logger().log(Level.ERROR, "An observer failed; the server goes on", e);
            }
        }
    }

    /** Looked up when it is needed, which is hardly ever, for the first logger is the dearest thing of a start. */
    private static System.Logger logger() {
        return System.getLogger(ObserverChain.class.getName());
    }
}
