package dev.squall.shop.routes;

import dev.squall.shop.web.Answer;
import dev.squall.shop.web.Routes;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpField;

/** {@code GET /practice/certificate}: what a client is to trust over TLS. */
public final class CertificateRoutes {

  private static final HttpField PEM = Answer.type("application/x-pem-file");

  private CertificateRoutes() {}

  /**
   * Adds it.
   *
   * @param pem the certificate, empty where there is no port for TLS
   */
  public static void add(Routes routes, Supplier<Optional<String>> pem) {
    routes.control(
        "GET",
        "/practice/certificate",
        call ->
            pem.get().map(text -> Answer.text(200, PEM, text)).orElseGet(CertificateRoutes::none));
  }

  private static Answer none() {
    return Answer.error(
        404, "this shop has no port for TLS: it is started with --tls-port or tls()");
  }
}
