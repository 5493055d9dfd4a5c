package dev.squall.shop;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A shop's customer on the JDK's HTTP client: a client that is not ours. */
final class Client implements AutoCloseable {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          // 9.90 must stay to be told from 9.9.
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final PracticeShop shop;
  private String token = "";

  Client(PracticeShop shop) {
    this.shop = shop;
  }

  static Client signedIn(PracticeShop shop, String email, String password) {
    var client = new Client(shop);
    var answer =
        client.post(
            "/auth/login",
            """
            {"email": "%s", "password": "%s"}\
            """
                .formatted(email, password));
    client.token = answer.json().path("token").asText();
    return client;
  }

  static Client loadTestUser(PracticeShop shop, int number) {
    return signedIn(shop, "loadtest-user-%d@example.com".formatted(number), "LoadTest123!");
  }

  String token() {
    return token;
  }

  Reply get(String path) {
    return send("GET", path, "");
  }

  Reply delete(String path) {
    return send("DELETE", path, "");
  }

  Reply post(String path, String body) {
    return send("POST", path, body);
  }

  Reply put(String path, String body) {
    return send("PUT", path, body);
  }

  Reply send(String method, String path, String body, String... headers) {
    var request =
        HttpRequest.newBuilder(shop.url().resolve(path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return new Reply(http.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.close();
  }

  record Reply(HttpResponse<String> response) {

    int status() {
      return response.statusCode();
    }

    String text() {
      return response.body();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    JsonNode json() {
      try {
        return JSON.readTree(response.body());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String detail() {
      return json().path("detail").asText();
    }
  }
}
