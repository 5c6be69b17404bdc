package dev.weir.controllers;

/** Controllers that cannot work: the message lists every fault of every one, with where it is and how to mend it. */
public final class InvalidControllersException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    InvalidControllersException(String report) {
        super(report);
    }
}
