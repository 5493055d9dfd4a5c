package dev.squall.shop;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Posts bytes that are no UTF-8, written as a text of one character each. */
final class Latin1 {

  private Latin1() {}

  static Client.Reply post(PracticeShop shop, String type, String body) {
    var request = HttpRequest.newBuilder(shop.url().resolve("/post"));
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    var bytes = BodyPublishers.ofByteArray(body.getBytes(ISO_8859_1));
    try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return new Client.Reply(http.send(request.POST(bytes).build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
