package dev.squall.shop.store;

import java.math.BigDecimal;

/** One thing for sale, as {@code GET /products/{id}} answers it. Stock is never used up. */
public record Product(
    String id,
    String name,
    String description,
    BigDecimal price,
    String category,
    int stock,
    String imageUrl) {}
