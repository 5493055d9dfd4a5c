import dev.squall.shop.PracticeShop;

/** Starts a shop for health.sh, prints its port, and serves until it is killed. */
class Serve {
  void main() throws InterruptedException {
    IO.println(PracticeShop.start().port());
    Thread.currentThread().join();
  }
}
