import { test } from '@japa/runner'
import { brandStylesheet, DARK, LIGHT, readableAccent, WASH } from '#app/organisation/domain/accent'
import { contrast, mix, parseHex, toHex } from '#app/organisation/domain/colour'

const hostile = ['#ffff00', '#ffffff', '#000000', '#ff0000', '#00ff88', '#7f7f7f', '#1a1aff']

test.group('Accent', () => {
  test('a colour survives the way to OKLCH and back', ({ assert }) => {
    for (const hex of hostile) assert.equal(toHex(parseHex(hex)!), hex)
  })

  test('contrast is that of WCAG', ({ assert }) => {
    assert.closeTo(contrast(parseHex('#000')!, parseHex('#fff')!), 21, 0.01)
    assert.closeTo(contrast(parseHex('#767676')!, parseHex('#ffffff')!), 4.54, 0.01)
  })

  test('any colour of an operator can be read on every ground of both themes', ({ assert }) => {
    for (const hex of hostile) {
      for (const theme of [LIGHT, DARK]) {
        const accent = parseHex(toHex(readableAccent(parseHex(hex)!, theme)))!
        const grounds = [theme.paper, theme.sunken, theme.surface, mix(accent, WASH, theme.paper)]
        for (const ground of [...grounds, theme.onAccent]) {
          assert.isAtLeast(contrast(accent, ground), 4.5, `${hex} on ${toHex(ground)}`)
        }
      }
    }
  })

  test('a colour that can be read already is not touched', ({ assert }) => {
    assert.equal(toHex(readableAccent(parseHex('#0b5c60')!, LIGHT)), '#0b5c60')
  })

  test('the style sheet holds two colours, and nothing of what is not a colour', ({ assert }) => {
    assert.match(
      brandStylesheet('#ffcc00'),
      /^:root \{\n {2}--brand-light: #[0-9a-f]{6};\n {2}--brand-dark: #[0-9a-f]{6};\n\}\n$/
    )
    assert.equal(brandStylesheet(null), '')
    assert.equal(brandStylesheet('red; } body { display: none'), '')
  })
})
