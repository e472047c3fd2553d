import fc from 'fast-check'
import { test } from '@japa/runner'
import {
  agreesTo,
  CHOICE_DAYS,
  isAnswered,
  PURPOSES,
  readChoice,
  writeChoice,
  type Choice,
  type Purpose,
} from '#app/consent/domain/choice'

const DAY = 86_400_000
const NOW = Date.parse('2027-01-19T10:00:00Z')
const TODAY = Math.floor(NOW / DAY) * DAY
const ALL = [...PURPOSES]
const QUESTION = { version: 2, purposes: ALL }
const CHOICE: Choice = { version: 2, at: TODAY, asked: ALL, agreed: ['statistics'] }

const some = fc.subarray(ALL)

test.group('V5 A choice of purposes', () => {
  test('is written without anything that tells people apart, and read again', ({ assert }) => {
    assert.equal(writeChoice(CHOICE), `2.${(TODAY / DAY).toString(36)}.spf.s`)
    const noon = writeChoice({ ...CHOICE, at: TODAY + DAY / 2 })
    assert.equal(noon, writeChoice(CHOICE))
    fc.assert(
      fc.property(fc.nat(999_999), fc.nat(40_000), some, some, (version, day, asked, wanted) => {
        const agreed = wanted.filter((purpose) => asked.includes(purpose))
        const choice = { version, at: day * DAY, asked, agreed }
        assert.deepEqual(readChoice(writeChoice(choice)), choice)
      })
    )
  })

  test('made up ones are none', ({ assert }) => {
    const day = (TODAY / DAY).toString(36)
    for (const text of [
      ...['', 'yes', '2', `2.${day}.spf`, `2.${day}.fps.s`, `2.${day}.ss.s`, `2.${day}.spf.x`],
      ...[`2.${day}.s.spf`, `2.${day}.spf.s `, `-2.${day}.spf.s`, `2.-1.spf.s`, `02.${day}.spf.s`],
      ...[`2.0${day}.spf.s`, `2.zzzzzzzzzz.spf.s`, `2.${day}.spf.s.s`, '2..spf.s', '__proto__'],
    ])
      assert.isNull(readChoice(text), text)
    fc.assert(fc.property(fc.string(), (text) => void readChoice(text)))
  })

  test('holds for its text and for half a year', ({ assert }) => {
    assert.isTrue(isAnswered(CHOICE, QUESTION, NOW))
    assert.isFalse(isAnswered(null, QUESTION, NOW))
    assert.isFalse(isAnswered(CHOICE, { ...QUESTION, version: 3 }, NOW))
    const last = TODAY + CHOICE_DAYS * DAY
    assert.isTrue(isAnswered(CHOICE, QUESTION, last - 1))
    assert.isFalse(isAnswered(CHOICE, QUESTION, last))
    assert.isFalse(isAnswered({ ...CHOICE, at: TODAY + DAY }, QUESTION, NOW), 'of tomorrow')
  })

  test('a purpose that is new is asked for, one that is gone is not', ({ assert }) => {
    const early: Choice = { ...CHOICE, asked: ['statistics'], agreed: ['statistics'] }
    assert.isFalse(isAnswered(early, QUESTION, NOW))
    assert.isTrue(isAnswered(CHOICE, { ...QUESTION, purposes: ['functional'] }, NOW))
    assert.isTrue(isAnswered(null, { ...QUESTION, purposes: [] }, NOW))
  })

  test('nobody has agreed before a choice, after rejecting, or to what was not asked', ({
    assert,
  }) => {
    const agreed = (choice: Choice | null, purposes: Purpose[] = ALL, now = NOW) =>
      PURPOSES.filter((purpose) => agreesTo(purpose, choice, { ...QUESTION, purposes }, now))
    assert.deepEqual(agreed(null), [])
    assert.deepEqual(agreed({ ...CHOICE, agreed: [] }), [])
    assert.deepEqual(agreed(CHOICE), ['statistics'])
    assert.deepEqual(agreed({ ...CHOICE, agreed: ALL }), ALL)
    assert.deepEqual(agreed({ ...CHOICE, agreed: ALL }, ['functional']), ['functional'])
    assert.deepEqual(agreed(CHOICE, ALL, NOW + CHOICE_DAYS * DAY), [])
    assert.deepEqual(agreed({ ...CHOICE, version: 1, agreed: ALL }), [])
  })
})
