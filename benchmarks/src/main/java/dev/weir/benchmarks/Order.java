package dev.weir.benchmarks;

import java.util.List;

/** An order of some depth, to be read and written as JSON. */
public record Order(long id, String status, Customer customer, List<Item> items, List<String> tags, String note) {

    /** Who ordered. */
    public record Customer(long id, String name, String email, String city) {}

    /** One line of an order. */
    public record Item(String sku, String title, int quantity, double price, boolean gift) {}
}
