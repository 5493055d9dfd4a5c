package dev.squall.httpx;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What flags curl has. */
final class CurlFlags {
  private static final Map<Character, String> LONG =
      pairs(
          """
          0 http1.0
          1 tlsv1
          2 sslv2
          3 sslv3
          4 ipv4
          6 ipv6
          a append
          A user-agent
          b cookie
          B use-ascii
          c cookie-jar
          C continue-at
          d data
          D dump-header
          e referer
          E cert
          f fail
          F form
          g globoff
          G get
          h help
          H header
          i show-headers
          I head
          j junk-session-cookies
          J remote-header-name
          k insecure
          K config
          l list-only
          L location
          m max-time
          M manual
          n netrc
          N no-buffer
          o output
          O remote-name
          p proxytunnel
          P ftp-port
          q disable
          Q quote
          r range
          R remote-time
          s silent
          S show-error
          t telnet-option
          T upload-file
          u user
          U proxy-user
          v verbose
          V version
          w write-out
          x proxy
          X request
          y speed-time
          Y speed-limit
          z time-cond
          Z parallel
          # progress-bar
          : next
          """);

  /** Flags with a value behind them. */
  private static final Set<String> TAKING =
      words(
          """
          abstract-unix-socket alt-svc aws-sigv4 cacert capath cert cert-type ciphers config
          connect-timeout connect-to continue-at cookie cookie-jar create-file-mode crlfile curves
          data data-ascii data-binary data-raw data-urlencode delegation dns-interface
          dns-ipv4-addr dns-ipv6-addr dns-servers doh-url dump-header ech egd-file engine
          etag-compare etag-save expect100-timeout form form-string ftp-account
          ftp-alternative-to-user ftp-method ftp-port ftp-ssl-ccc-mode happy-eyeballs-timeout-ms
          haproxy-clientip header hostpubmd5 hostpubsha256 hsts interface ip-tos ipfs-gateway json
          keepalive-cnt keepalive-time key key-type krb libcurl limit-rate local-port
          login-options mail-auth mail-from mail-rcpt max-filesize max-redirs max-time netrc-file
          noproxy oauth2-bearer output output-dir parallel-max parallel-max-host pass pinnedpubkey
          postquote preproxy prequote proto proto-default proto-redir proxy proxy-cacert
          proxy-capath proxy-cert proxy-cert-type proxy-ciphers proxy-crlfile proxy-header
          proxy-key proxy-key-type proxy-pass proxy-pinnedpubkey proxy-service-name
          proxy-tls13-ciphers proxy-tlsauthtype proxy-tlspassword proxy-tlsuser proxy-user
          proxy1.0 pubkey quote random-file range rate referer request request-target resolve
          retry retry-delay retry-max-time sasl-authzid service-name sigalgs socks4 socks4a socks5
          socks5-gssapi-service socks5-hostname speed-limit speed-time stderr telnet-option
          tftp-blksize time-cond tls-max tls13-ciphers tlsauthtype tlspassword tlsuser trace
          trace-ascii trace-config unix-socket upload-file upload-flags url url-query user
          user-agent variable vlan-priority write-out
          """);

  /** Flags about what curl shows and keeps, and flags for what Squall does anyway. */
  private static final Set<String> SILENT =
      words(
          """
          basic buffer cert-type create-dirs disable dump-header fail fail-early fail-with-body
          http1.1 include key-type location no-buffer no-location no-progress-meter no-silent
          output output-dir path-as-is progress-bar progress-meter proxy-basic proxytunnel
          remote-name remote-name-all show-error show-headers silent stderr styled-output
          no-styled-output tcp-nodelay trace trace-ascii trace-config trace-ids trace-time verbose
          write-out
          """);

  /** The other flags without a value. */
  private static final Set<String> OTHERS =
      words(
          """
          anyauth ca-native cert-status compressed compressed-ssh crlf digest disable-eprt
          disable-epsv disallow-username-in-url doh-cert-status doh-insecure false-start
          form-escape ftp-create-dirs ftp-pasv ftp-pret ftp-skip-pasv-ip ftp-ssl-ccc
          ftp-ssl-control get globoff haproxy-protocol head http0.9 http1.0 http2
          http2-prior-knowledge http3 http3-only ignore-content-length insecure ipv4 ipv6
          junk-session-cookies keepalive list-only location-trusted mail-rcpt-allowfails manual
          negotiate netrc netrc-optional next no-alpn no-clobber no-keepalive no-npn no-sessionid
          ntlm ntlm-wb parallel parallel-immediate post301 post302 post303 proxy-anyauth
          proxy-ca-native proxy-digest proxy-http2 proxy-insecure proxy-negotiate proxy-ntlm
          proxy-ssl-allow-beast proxy-ssl-auto-client-cert proxy-tlsv1 raw remote-header-name
          remote-time remove-on-error retry-all-errors retry-connrefused sasl-ir skip-existing
          socks5-basic socks5-gssapi socks5-gssapi-nec ssl ssl-allow-beast
          ssl-auto-client-cert ssl-no-revoke ssl-reqd ssl-revoke-best-effort sslv2 sslv3
          suppress-connect-headers tcp-fastopen tftp-no-options tls-earlydata tlsv1 tlsv1.0
          tlsv1.1 tlsv1.2 tlsv1.3 tr-encoding use-ascii version xattr
          """);

  private CurlFlags() {}

  private static Map<Character, String> pairs(String lines) {
    return lines
        .lines()
        .collect(Collectors.toMap(line -> line.charAt(0), line -> line.substring(2)));
  }

  private static Set<String> words(String text) {
    return Pattern.compile("\\s+").splitAsStream(text).collect(Collectors.toUnmodifiableSet());
  }

  /** The long name of a letter; a letter that is none stands for itself. */
  static String named(char letter) {
    return LONG.getOrDefault(letter, Character.toString(letter));
  }

  static boolean takesValue(String name) {
    return TAKING.contains(name);
  }

  static boolean isSilent(String name) {
    return SILENT.contains(name);
  }

  static boolean isKnown(String name) {
    return takesValue(name) || isSilent(name) || OTHERS.contains(name) || LONG.containsValue(name);
  }

  /** Every name there is. */
  static Set<String> known() {
    return Stream.of(TAKING, SILENT, OTHERS)
        .flatMap(Set::stream)
        .collect(Collectors.toUnmodifiableSet());
  }
}
