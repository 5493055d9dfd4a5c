package dev.squall.shop.store;

import java.time.Instant;

/** A user of the shop with the cart and the orders that only this user sees. */
public final class Account {

  private final String id;
  private final String email;
  private final String name;
  private final String password;
  private final Instant createdAt;
  private final Cart cart;
  private final Orders orders = new Orders();

  // The password is kept as it is: accounts of a practice shop are public, and a slow hash at every
  // login would make the shop the bottleneck of the lesson.
  public Account(long number, String email, String name, String password, Instant createdAt) {
    this.id = "user-" + number;
    this.email = email;
    this.name = name;
    this.password = password;
    this.createdAt = createdAt;
    this.cart = new Cart("cart-" + number);
  }

  public String id() {
    return id;
  }

  public String email() {
    return email;
  }

  public Cart cart() {
    return cart;
  }

  public Orders orders() {
    return orders;
  }

  public boolean hasPassword(String attempt) {
    return password.equals(attempt);
  }

  public User user() {
    return new User(id, email, name);
  }

  public Profile profile() {
    return new Profile(id, email, name, createdAt.toString());
  }

  public record User(String id, String email, String name) {}

  public record Profile(String id, String email, String name, String createdAt) {}
}
