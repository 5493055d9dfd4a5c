package dev.squall.http;

import static dev.squall.http.Certificates.pem;
import static dev.squall.http.Certificates.wanted;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squall.http.Certificates.Issued;
import dev.squall.http.Pem.Read;
import dev.squall.http.Pem.Reading;
import dev.squall.http.Pem.Unread;
import java.io.ByteArrayOutputStream;
import java.security.KeyPair;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certificates and keys are read from what people have, and what cannot be read is explained. */
class PemTest {
  private static final Issued CA = Certificates.authority("Test CA");
  private static final Issued USER = CA.issue(wanted("Between").signing()).client("user");
  private static final String TO_PKCS8 =
      "openssl pkcs8 -topk8 -nocrypt -in key.pem turns it into one that is read";

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static <T> T read(Reading<T> reading) {
    assertThat(reading).isInstanceOf(Read.class);
    return ((Read<T>) reading).value();
  }

  private static <T> String unread(Reading<T> reading) {
    assertThat(reading).isInstanceOf(Unread.class);
    var unread = (Unread<T>) reading;
    return unread.what() + " | " + unread.hint();
  }

  @Test
  void certificatesAreReadInTheirOrder() throws Exception {
    var file = "Subject: user\n" + USER.certificatesPem() + "and that is all\n";
    assertThat(read(Pem.certificates(bytes(file)))).isEqualTo(USER.chain()).hasSize(2);
    assertThat(read(Pem.certificates(bytes(file.replace("\n", "\r\n"))))).isEqualTo(USER.chain());
    assertThat(read(Pem.certificates(USER.certificate().getEncoded())))
        .containsExactly(USER.certificate());
  }

  @Test
  void keysOfEachKindAreRead() {
    for (KeyPair pair : List.of(wanted("ec").key(), Certificates.rsa(), Certificates.ed25519())) {
      var key = pair.getPrivate();
      assertThat(read(Pem.privateKey(bytes(pem("PRIVATE KEY", key.getEncoded()))))).isEqualTo(key);
      if (key.getEncoded().length > 127) {
        assertThat(read(Pem.privateKey(key.getEncoded()))).isEqualTo(key);
      }
    }
  }

  @Test
  void anIdentityIsReadFromOneFileOrTwo() throws Exception {
    var certificates = bytes(USER.certificatesPem());
    var key = bytes(USER.keyPem());
    assertThat(read(ClientIdentity.ofPem(certificates, key))).isEqualTo(USER.identity());
    var both = bytes(USER.keyPem() + USER.certificatesPem());
    assertThat(read(ClientIdentity.ofPem(both, both))).isEqualTo(USER.identity());
    for (KeyPair pair : List.of(Certificates.rsa(), Certificates.ed25519())) {
      var other = CA.issue(wanted("other").key(pair));
      assertThat(read(ClientIdentity.ofPem(bytes(other.certificatesPem()), bytes(other.keyPem()))))
          .isEqualTo(other.identity());
    }
  }

  @Test
  void anIdentityIsReadFromPkcs12() throws Exception {
    var file = USER.pkcs12("secret");
    assertThat(read(ClientIdentity.ofPkcs12(file, "secret".toCharArray())))
        .isEqualTo(USER.identity());
    assertThat(unread(ClientIdentity.ofPkcs12(file, "wrong".toCharArray())))
        .startsWith("this is not the password of the PKCS#12 file | ");
    assertThat(unread(ClientIdentity.ofPkcs12(bytes(USER.keyPem()), "x".toCharArray())))
        .startsWith("this is not a PKCS#12 file | ");
    assertThat(unread(ClientIdentity.ofPkcs12(new byte[0], "x".toCharArray())))
        .startsWith("this is not a PKCS#12 file | ");
    var empty = new ByteArrayOutputStream();
    Certificates.emptyStore().store(empty, "x".toCharArray());
    assertThat(unread(ClientIdentity.ofPkcs12(empty.toByteArray(), "x".toCharArray())))
        .startsWith("the PKCS#12 file holds no key with a certificate | openssl pkcs12 -export");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "RSA PRIVATE KEY; this is a PKCS#1 key; openssl pkcs8 -topk8 -nocrypt -in key.pem",
        "EC PRIVATE KEY; this is a SEC 1 key; openssl pkcs8 -topk8 -nocrypt -in key.pem",
        "DSA PRIVATE KEY; this is a DSA key, which TLS does not use; RSA, EC and Ed25519 are",
        "ENCRYPTED PRIVATE KEY; this key is encrypted; openssl pkey -in key.pem -out open.pem",
        "OPENSSH PRIVATE KEY; this is a key of OpenSSH; ssh-keygen -p -m PKCS8 -N ''",
        "PRIVATE KEY; this is no RSA, EC or Ed25519 key in PKCS#8; openssl pkey -noout -text",
        "CERTIFICATE; there is no private key, only CERTIFICATE; it begins with -----BEGIN PRIVATE"
      })
  void aKeyThatIsNotReadIsExplained(String label, String what, String hint) {
    var told = unread(Pem.privateKey(bytes(pem(label, new byte[] {1, 2, 3}))));
    assertThat(told).startsWith(what).contains(" | " + hint.replace("''", "'"));
  }

  @Test
  void theParametersOfACurveBeforeAKeyArePassedOver() {
    var file = pem("EC PARAMETERS", new byte[] {6, 0}) + pem("EC PRIVATE KEY", new byte[] {48, 0});
    assertThat(unread(Pem.privateKey(bytes(file)))).isEqualTo("this is a SEC 1 key | " + TO_PKCS8);
  }

  @Test
  void anEncryptedKeyOfTheOldKindIsOneOfPkcs1() {
    var file =
        """
        -----BEGIN RSA PRIVATE KEY-----
        Proc-Type: 4,ENCRYPTED
        DEK-Info: AES-256-CBC,00AA

        AAAA
        -----END RSA PRIVATE KEY-----
        """;
    assertThat(unread(Pem.privateKey(bytes(file)))).isEqualTo("this is a PKCS#1 key | " + TO_PKCS8);
  }

  @Test
  void certificatesThatAreNotReadAreExplained() throws Exception {
    assertThat(unread(Pem.certificates(bytes("hello"))))
        .isEqualTo(
            "this is neither PEM nor DER | PEM is text with lines such as -----BEGIN"
                + " CERTIFICATE-----");
    assertThat(unread(Pem.certificates(new byte[0]))).startsWith("this is neither PEM nor DER");
    assertThat(unread(Pem.certificates(bytes(USER.keyPem()))))
        .isEqualTo(
            "there is no certificate, only PRIVATE KEY | it begins with -----BEGIN"
                + " CERTIFICATE-----");
    var damaged = USER.certificatesPem() + pem("CERTIFICATE", new byte[] {48, 3, 1, 2, 3});
    assertThat(unread(Pem.certificates(bytes(damaged)))).startsWith("certificate 3 is damaged | ");
    var cut = USER.certificatesPem();
    assertThat(unread(Pem.certificates(bytes(cut.substring(0, cut.length() - 40)))))
        .isEqualTo("block 2 has no END line | the file seems to be cut off");
    assertThat(unread(Pem.certificates(bytes("-----BEGIN X"))))
        .isEqualTo("block 1 has no END line | the file seems to be cut off");
    assertThat(
            unread(
                Pem.certificates(
                    bytes("-----BEGIN CERTIFICATE-----\nAAAAA\n-----END CERTIFICATE-----"))))
        .isEqualTo("block 1 is not base64 | the file seems to be damaged");
  }

  @Test
  void aKeyThatDoesNotFitTheCertificateIsNoticed() throws Exception {
    var certificates = bytes(USER.certificatesPem());
    for (var other : List.of(wanted("ec").key(), Certificates.rsa(), Certificates.ed25519())) {
      var key = bytes(pem("PRIVATE KEY", other.getPrivate().getEncoded()));
      assertThat(unread(ClientIdentity.ofPem(certificates, key)))
          .startsWith("the key does not belong to the certificate of CN=user | take the key");
    }
  }

  @Test
  void aChainInTheWrongOrderIsNoticed() throws Exception {
    var turned = new Issued(USER.key(), USER.chain().reversed());
    assertThat(
            unread(ClientIdentity.ofPem(bytes(turned.certificatesPem()), bytes(turned.keyPem()))))
        .isEqualTo("the key belongs to certificate 2 of 2 | that certificate has to come first");
  }

  @Test
  void whateverAFileHoldsIsReadOrExplained() throws Exception {
    var random = new Random(7);
    byte[] good = bytes(USER.keyPem() + USER.certificatesPem());
    byte[] der = USER.pkcs12("x");
    for (int round = 0; round < 3_000; round++) {
      byte[] file = (round % 8 == 0 ? der : good).clone();
      for (int k = 0; k <= random.nextInt(3); k++) {
        file[random.nextInt(file.length)] = (byte) random.nextInt(256);
      }
      assertThat(Pem.certificates(file)).isNotNull();
      assertThat(Pem.privateKey(file)).isNotNull();
    }
    for (int round = 0; round < 20; round++) {
      byte[] file = der.clone();
      file[random.nextInt(file.length)] = (byte) random.nextInt(256);
      assertThat(ClientIdentity.ofPkcs12(file, "x".toCharArray())).isNotNull();
    }
  }
}
