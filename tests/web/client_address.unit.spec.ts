import { test } from '@japa/runner'
import { addressKey, trustedProxies } from '#app/web/domain/client_address'

test.group('Client address', () => {
  test('limits count an IPv6 client by its /64, an IPv4 client by its address', ({ assert }) => {
    assert.equal(addressKey('192.0.2.7'), '192.0.2.7')
    assert.equal(addressKey('::ffff:192.0.2.7'), '192.0.2.7')
    assert.equal(addressKey('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2::/64')
    assert.equal(addressKey('2001:0DB8:0001:0002::1'), '2001:db8:1:2::/64')
    assert.equal(addressKey('2001:db8::1'), '2001:db8:0:0::/64')
    assert.equal(addressKey('fe80::1%eth0'), 'fe80:0:0:0::/64')
    assert.equal(addressKey('::1'), '0:0:0:0::/64')
  })

  test('a proxy is believed only when the operator named it', ({ assert }) => {
    const nobody = trustedProxies([])
    assert.isFalse(nobody('127.0.0.1'))
    const proxies = trustedProxies(['10.1.0.0/16', '2001:db8::5', 'loopback'])
    const believed = ['10.1.2.3', '::ffff:10.1.2.3', '2001:db8::5', '127.0.0.1', '::1']
    const strangers = ['10.2.0.1', '2001:db8::6', '192.0.2.1', '::ffff:192.0.2.1']
    assert.deepEqual(believed.filter(proxies), believed)
    assert.deepEqual(strangers.filter(proxies), [])
  })

  test('an entry that is no address is refused at start', ({ assert }) => {
    assert.throws(() => trustedProxies(['proxy.example.org']))
    assert.throws(() => trustedProxies(['10.0.0.0/99']))
  })
})
