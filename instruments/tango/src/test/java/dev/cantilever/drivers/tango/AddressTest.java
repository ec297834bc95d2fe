package dev.cantilever.drivers.tango;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

  @Test
  void aDatabaseIsAskedWhereThereIsOne() {
    Address address = Address.parse("tango://tango-host:10000/lab/furnace/1").orElseThrow();
    assertThat(address.device()).isEqualTo("lab/furnace/1");
    assertThat(address.location()).isEqualTo("corbaloc:iiop:1.2@tango-host:10000/database");
  }

  @Test
  void aServerWithoutOneIsAskedItself() {
    Address address = Address.parse("tango://10.0.0.5:45678/lab/furnace/1#dbase=no").orElseThrow();
    assertThat(address.location()).isEqualTo("corbaloc:iiop:1.2@10.0.0.5:45678/lab/furnace/1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lab/furnace/1",
        "tango://host/lab/furnace/1",
        "tango://host:10000/lab/furnace",
        "tango://host:10000/lab/furnace/1/setpoint",
        "tango://host:10000/lab/furnace/1#dbase=maybe",
        "tango://host:10000/lab/fur,nace/1",
        "tango://a:1,iiop:b:2/lab/furnace/1"
      })
  void anythingElseIsNoAddress(String text) {
    assertThat(Address.parse(text)).isEmpty();
  }
}
