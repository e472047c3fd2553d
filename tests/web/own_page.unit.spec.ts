import { test } from '@japa/runner'
import { isFromOwnPage, isKnownHost } from '#app/web/domain/own_page'

const us = { host: 'desk.example.org', publicUrl: 'https://desk.example.org' }

test.group('Forms from our own page', () => {
  test('what the browser says about the site decides')
    .with([
      ['same-origin', undefined, true],
      ['none', undefined, true],
      ['same-site', 'https://desk.example.org', false],
      ['cross-site', 'https://desk.example.org', false],
      ['nonsense', undefined, false],
      [undefined, 'https://desk.example.org', true],
      [undefined, 'https://desk.example.org.evil.example', false],
      [undefined, 'https://evil.example', false],
      [undefined, 'null', false],
      [undefined, undefined, false],
      [undefined, 'file://desk.example.org', false],
    ] as const)
    .run(({ assert }, [site, origin, expected]) => {
      assert.equal(isFromOwnPage({ ...us, site, origin }), expected)
    })
})

test.group('Known hosts', () => {
  test('with APP_URL set only its name and this machine’s own', ({ assert }) => {
    const known = ['desk.example.org', 'DESK.example.org:8443', 'localhost:3333', '[::1]:3333']
    const unknown = [
      'evil.example',
      'desk.example.org.evil.example',
      '192.168.1.5',
      'a b',
      '',
      null,
    ]
    assert.isTrue(known.every((host) => isKnownHost(host, us.publicUrl)))
    assert.isFalse(unknown.some((host) => isKnownHost(host, us.publicUrl)))
  })

  test('without it plain addresses too, so that a local network can try', ({ assert }) => {
    assert.isTrue(isKnownHost('192.168.1.5:3333', undefined))
    assert.isTrue(isKnownHost('[fd00::5]:3333', undefined))
    assert.isFalse(isKnownHost('evil.example', undefined))
  })
})
