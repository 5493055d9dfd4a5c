package dev.squall.shop.doors;

import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/2 without TLS, with prior knowledge (RFC 9113 §3.3) or by an upgrade from HTTP/1.1. Its many
 * classes are loaded when somebody speaks it: a shop that only speaks HTTP/1.1 starts sooner.
 */
final class LazyHttp2 extends AbstractConnectionFactory implements ConnectionFactory.Upgrading {

  private final HttpConfiguration configuration;
  private @Nullable HTTP2CServerConnectionFactory factory;

  LazyHttp2(HttpConfiguration configuration) {
    super("h2c");
    this.configuration = configuration;
  }

  @Override
  public Connection newConnection(Connector connector, EndPoint endPoint) {
    return factory().newConnection(connector, endPoint);
  }

  @Override
  public @Nullable Connection upgradeConnection(
      Connector connector,
      EndPoint endPoint,
      MetaData.Request upgradeRequest,
      HttpFields.Mutable responseFields) {
    try {
      return factory().upgradeConnection(connector, endPoint, upgradeRequest, responseFields);
    } catch (IllegalArgumentException malformed) {
      throw new HttpException.RuntimeException(
          HttpStatus.BAD_REQUEST_400, "the HTTP2-Settings header is no base64url");
    }
  }

  private synchronized HTTP2CServerConnectionFactory factory() {
    if (factory == null) {
      factory = Http2.customized(new HTTP2CServerConnectionFactory(Http2.of(configuration)));
      addManaged(factory);
    }
    return factory;
  }
}
