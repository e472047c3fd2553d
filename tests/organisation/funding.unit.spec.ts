import { test } from '@japa/runner'
import { isWebAddress, shownSize } from '#app/organisation/domain/funding'

test.group('V6 Logos of funding projects', () => {
  test('a logo is as large as fits, keeps its shape, and is never enlarged')
    .with([
      [400, 100, 176, 44],
      [100, 400, 14, 56],
      [120, 40, 120, 40],
      [176, 56, 176, 56],
      [4000, 1, 176, 1],
      [1, 1, 1, 1],
    ])
    .run(({ assert }, [width, height, shownWidth, shownHeight]) =>
      assert.deepEqual(shownSize({ width, height }), { width: shownWidth, height: shownHeight })
    )

  test('only pages on the web are links')
    .with([
      ...['javascript:alert(1)', 'data:text/html,x', '//evil.example', 'www.fund.example', ''],
      ...[
        'https://',
        'https://a b.example',
        'https://fund.example/"onclick=',
        'ftp://fund.example',
      ],
      ...[`https://fund.example/${'x'.repeat(2000)}`, 'https://fund.example/\0'],
    ])
    .run(({ assert }, text) => assert.isFalse(isWebAddress(text)))

  test('http and https are', ({ assert }) => {
    assert.isTrue(isWebAddress('https://fund.example/de?x=1'))
    assert.isTrue(isWebAddress('HTTP://fund.example'))
  })
})
