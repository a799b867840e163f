import { isLoopbackAddress, isPublic, isPublicOrPrivate } from './reachable-address.js';

describe('An address', () => {
  it.each(['1.1.1.1', '93.184.215.14', '172.15.255.255', '172.32.0.0', '100.63.255.255', '100.128.0.0'])(
    '%s is public',
    (address) => {
      expect(isPublic(address)).toBe(true);
    },
  );

  it.each(['2606:4700:4700::1111', '2a00:1450:4001:81b::200e', '::ffff:1.1.1.1'])(
    '%s is public',
    (address) => {
      expect(isPublic(address)).toBe(true);
    },
  );

  it.each([
    ['loopback', '127.0.0.1'],
    ['loopback', '127.255.255.254'],
    ['loopback', '::1'],
    ['loopback, mapped', '::ffff:127.0.0.1'],
    ['loopback, mapped, in hexadecimal', '::ffff:7f00:1'],
    ['private', '10.0.0.1'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['unique local', 'fd00::1'],
    ['unique local', 'fc00::1'],
    ['carrier-grade NAT', '100.64.0.1'],
    ['carrier-grade NAT, mapped', '::ffff:100.64.0.1'],
  ])('of a %s network is not public, and may be reached in development: %s', (_kind, address) => {
    expect([isPublic(address), isPublicOrPrivate(address)]).toEqual([false, true]);
  });

  it.each([
    ['the metadata service of clouds', '169.254.169.254'],
    ['the same, mapped', '::ffff:169.254.169.254'],
    ['the same, behind NAT64', '64:ff9b::a9fe:a9fe'],
    ['the metadata service of AWS in IPv6 is unique local and link-local ones are', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%lo'],
    ['nothing', '0.0.0.0'],
    ['nothing', '::'],
    ['this network', '0.1.2.3'],
    ['everybody', '255.255.255.255'],
    ['multicast', '224.0.0.1'],
    ['multicast', 'ff02::1'],
    ['documentation', '192.0.2.1'],
    ['documentation', '2001:db8::1'],
    ['benchmarks', '198.18.0.1'],
    ['the future', '240.0.0.1'],
    ['NAT64 of a network of its own', '64:ff9b:1::7f00:1'],
    ['6to4', '2002:7f00:1::'],
    ['Teredo', '2001:0:7f00:1::'],
    ['an IPv4 address in IPv6 as it was once written', '::7f00:1'],
    ['a translated address', '::ffff:0:127.0.0.1'],
    ['site-local, as it was once', 'fec0::1'],
    ['discarding', '100::1'],
    ['nobody yet', '4000::1'],
    ['none: an octal number', '0177.0.0.1'],
    ['none: a hexadecimal number', '0x7f000001'],
    ['none: one number', '2130706433'],
    ['none: a short form', '127.1'],
    ['none: a name', 'localhost'],
    ['none', ''],
  ])('of %s is never reached: %s', (_kind, address) => {
    expect([isPublic(address), isPublicOrPrivate(address)]).toEqual([false, false]);
  });

  it('of this machine is distinguished from others', () => {
    expect(['127.0.0.1', '::1', '::ffff:127.0.0.1', '10.0.0.1', '1.1.1.1'].map(isLoopbackAddress)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
