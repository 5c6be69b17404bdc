package dev.weir.controllers.guice;

/** Something that controllers and filters need. */
record Greeting(String text) {}
