import { test } from '@japa/runner'
import { LANGUAGES, type Catalogue } from '../../bin/lint/languages/catalogue.js'
import {
  copiedEnglish,
  silentRules,
  unequalKeys,
  unknownKeys,
  unusedKeys,
} from '../../bin/lint/languages/coverage.js'
import {
  apostrophes,
  formsOf,
  otherArguments,
  unreadable,
  wrongPlurals,
} from '../../bin/lint/languages/icu.js'
import { breakingSigns } from '../../bin/lint/languages/typography.js'

type Sample = Record<string, string>

/** A catalogue with these texts in every language, except where a language has its own. */
function catalogue(shared: Sample, own: Partial<Record<string, Sample>> = {}): Catalogue {
  return Object.fromEntries(
    LANGUAGES.map((language) => [language, new Map(Object.entries(own[language] ?? shared))])
  ) as Catalogue
}

const code = (text: string) => [{ path: 'app/sample/page.ts', text }]

test.group('check | languages', () => {
  test('a missing key is named', ({ assert }) => {
    assert.deepEqual(unequalKeys(catalogue({ 'a.b': 'Yes' }, { pl: {} })), ['pl lacks a.b'])
  })

  test('a message that ICU cannot read is named', ({ assert }) => {
    assert.lengthOf(unreadable(catalogue({ 'a.b': 'Ja' }, { de: { 'a.b': 'Ja {name' } })), 1)
  })

  test('a message with other values than in English is named', ({ assert }) => {
    const texts = catalogue({ 'a.b': 'Hello {name}' }, { fr: { 'a.b': 'Bonjour {nom}' } })
    assert.deepEqual(otherArguments(texts), ['fr a.b: takes {nom}, in English {name}'])
  })

  test('Polish needs one, few, many and other; Spanish one and other', ({ assert }) => {
    assert.sameMembers([...formsOf('pl', 'cardinal')], ['one', 'few', 'many', 'other'])
    assert.sameMembers([...formsOf('es', 'cardinal')], ['one', 'other'])
    const texts = catalogue({ 'a.b': '{n, plural, one {# day} other {# days}}' })
    assert.sameMembers(wrongPlurals(texts), [
      'pl a.b: {n} lacks the form "few"',
      'pl a.b: {n} lacks the form "many"',
    ])
  })

  test('an ASCII apostrophe beside a brace is refused, a typographic one is not', ({ assert }) => {
    const texts = catalogue({ 'a.b': 'l’{name}' }, { it: { 'a.b': "l'{name}" } })
    assert.lengthOf(apostrophes(texts), 1)
  })

  test('a French sign with a plain space before it is refused', ({ assert }) => {
    const fr = {
      'a.b': 'Vraiment ?',
      'a.c': '« Oui\u00a0»',
      'a.d': 'À 09:30\u00a0: «\u00a0oui\u00a0»',
    }
    const found = breakingSigns(catalogue({ 'a.b': 'Really ?' }, { fr }))
    assert.deepEqual(
      found.map((line) => line.split(':')[0]),
      ['fr a.b', 'fr a.c']
    )
  })

  test('a language may leave one text in twenty in English, no more', ({ assert }) => {
    const texts = (language: string, english: number): Sample =>
      Object.fromEntries(
        Array.from({ length: 20 }, (_, i) => [
          `a.k${i}`,
          `${i < english ? 'en' : language} ${'number '.repeat(i + 2)}`,
        ])
      )
    const all = (english: number) =>
      Object.fromEntries(LANGUAGES.map((language) => [language, texts(language, english)]))
    assert.deepEqual(copiedEnglish(catalogue({}, all(1))), [])
    assert.lengthOf(copiedEnglish(catalogue({}, { ...all(1), ca: texts('ca', 2) })), 1)
  })

  test('a rule of our own without a message is named', ({ assert }) => {
    const own = code("field.report('The day is closed', 'openDay', field)")
    const rules = silentRules(catalogue({}), own)
    assert.include(rules, 'validator.json has no message for the rule "openDay"')
    assert.include(rules, 'validator.json has no message for the rule "required"')
  })

  test('a text that code asks for and nobody wrote is named with its line', ({ assert }) => {
    const texts = catalogue({ 'a.states.open': 'Open' })
    const asked = code("t('a.title')\nt(`a.states.${state}`)\nt(`a.kinds.${kind}`)")
    assert.deepEqual(unknownKeys(texts, asked), [
      'app/sample/page.ts:1 asks for a.title',
      'app/sample/page.ts:3 asks for a.kinds.…',
    ])
  })

  test('a text that no code names is listed', ({ assert }) => {
    const texts = catalogue({ 'a.title': 'T', 'a.kinds.one': 'K', 'a.lost': 'L' })
    assert.deepEqual(unusedKeys(texts, code("t('a.title', {}); t(`a.kinds.${kind}`)")), ['a.lost'])
  })
})
