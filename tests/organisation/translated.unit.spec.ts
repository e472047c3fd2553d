import { test } from '@japa/runner'
import { cleanTranslated, translatedIn } from '#app/organisation/domain/translated'

test.group('Texts of the operator', () => {
  test('the wanted language comes first, then the organisation’s, then any', ({ assert }) => {
    const name = { it: 'Sportello', en: 'Counter' }
    assert.equal(translatedIn(name, 'it', 'en'), 'Sportello')
    assert.equal(translatedIn(name, 'de', 'en'), 'Counter')
    assert.equal(translatedIn({ it: 'Sportello' }, 'de', 'en'), 'Sportello')
  })

  test('a blank entry counts as missing', ({ assert }) => {
    assert.equal(translatedIn({ de: '  ', en: 'Counter' }, 'de', 'en'), 'Counter')
    assert.equal(translatedIn({}, 'de', 'en'), '')
    assert.equal(translatedIn(null, 'de', 'en'), '')
  })

  test('only known languages with a text are kept', ({ assert }) => {
    const input = { it: ' Sportello ', de: '', xx: 'nothing', en: 7 }
    assert.deepEqual(cleanTranslated(input), { it: 'Sportello' })
    assert.deepEqual(cleanTranslated(null), {})
  })
})
