import { test } from '@japa/runner'
import { holdsTerms, markedText, searchTerms } from '#app/admin/domain/marked_text'

const marked = (text: string, search: string) =>
  markedText(text, searchTerms(search))
    .map(({ text: piece, hit }) => (hit ? `[${piece}]` : piece))
    .join('')

test.group('Marked words of a search', () => {
  test('keep their own letters, however they are accented', ({ assert }) => {
    assert.equal(marked('Łukasz Peña', 'pena luk'), '[Łuk]asz [Peña]')
    assert.equal(marked('Straße', 'strasse'), '[Straße]')
    assert.equal(marked('Weiß & Söhne', 'sohn'), 'Weiß & [Söhn]e')
    assert.equal(marked('e\u0301te\u0301', 'ete'), '[e\u0301te\u0301]')
  })

  test('are nothing but text', ({ assert }) => {
    assert.equal(marked('<b>Anna</b>', 'b'), '<[b]>Anna</[b]>')
    assert.equal(marked('Anna', '.*'), 'Anna')
    assert.equal(marked('', 'a'), '')
  })

  test('must all be there', ({ assert }) => {
    assert.isTrue(holdsTerms('Termine Müller', searchTerms('muller term')))
    assert.isFalse(holdsTerms('Termine Müller', searchTerms('muller gast')))
  })
})
