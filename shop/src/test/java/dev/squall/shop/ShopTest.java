package dev.squall.shop;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** One shop for the tests of a class, a fresh client for each test. */
class ShopTest {

  static PracticeShop shop;
  Client client;

  @BeforeAll
  static void openShop() {
    shop = PracticeShop.start();
  }

  @AfterAll
  static void closeShop() {
    shop.close();
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
