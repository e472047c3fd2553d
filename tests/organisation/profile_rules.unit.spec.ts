import { test } from '@japa/runner'
import {
  isColour,
  isEmbedHost,
  isLogoFile,
  isSlug,
  isZone,
} from '#app/organisation/domain/profile_rules'

function check(rule: (text: string) => boolean, good: string[], bad: string[]): string[] {
  return [...good.filter((text) => !rule(text)), ...bad.filter(rule)]
}

test.group('Rules of the profile', () => {
  test('a zone is an IANA name', ({ assert }) => {
    const good = ['Europe/Rome', 'Atlantic/Canary', 'America/Argentina/Buenos_Aires', 'UTC']
    assert.deepEqual(check(isZone, good, ['Rome', '+01:00', 'CET ', 'Europe/Atlantis', '']), [])
  })

  test('a colour is six hexadecimal digits', ({ assert }) => {
    assert.deepEqual(
      check(isColour, ['#0a7c66', '#FFFFFF'], ['0a7c66', '#fff', 'red', '#0a7c66;']),
      []
    )
  })

  test('a slug is lower case words', ({ assert }) => {
    const bad = ['Stuttgart', '-a', 'a--b', 'a/b', 'à', '', 'x'.repeat(61)]
    assert.deepEqual(check(isSlug, ['stuttgart-mitte', 'pisa2'], bad), [])
  })

  test('B1 a host that may frame us cannot smuggle a directive', ({ assert }) => {
    const bad = [
      '*',
      '*.example.org',
      'https://a.example',
      'a.example/x',
      "a; script-src 'self'",
      '',
      'A.b',
    ]
    assert.deepEqual(check(isEmbedHost, ['www.example.org', 'localhost:8080', 'a.b.c'], bad), [])
  })

  test('a logo is a picture in its own folder', ({ assert }) => {
    const bad = ['..', '../keys/app.key', 'a/b.png', '.png', 'logo.html', 'logo.png.exe', '']
    assert.deepEqual(check(isLogoFile, ['logo.png', 'Aurora-2.svg', 'a.jpeg'], bad), [])
  })
})
