package dev.squall.shop;

import dev.squall.shop.junit.Shop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** One shop for the tests of a class, a fresh client for each test. */
@Shop
class ShopTest {

  static PracticeShop shop;
  Client client;

  @BeforeAll
  static void enter(PracticeShop opened) {
    shop = opened;
  }

  @BeforeEach
  void openClient() {
    client = new Client(shop);
  }

  @AfterEach
  void closeClient() {
    client.close();
  }
}
