package dev.squall.shop;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A shop for each test that nobody has asked anything, where the test is about what it counted. */
class FreshShopTest {

  PracticeShop shop;
  Client client;

  @BeforeEach
  void open() {
    shop = PracticeShop.start();
    client = new Client(shop);
  }

  @AfterEach
  void close() {
    client.close();
    shop.close();
  }
}
