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
const PROOF = 'Zm9yLXRlc3RzLW9ubHktMA'
const CHOICE: Choice = {
  ...{ version: 2, at: TODAY, asked: ALL, proof: PROOF },
  agreed: ['statistics'],
}

const some = fc.subarray(ALL)

test.group('V5 A choice of purposes', () => {
  test('is written to the day with its proof, and read again', ({ assert }) => {
    assert.equal(writeChoice(CHOICE), `2.${(TODAY / DAY).toString(36)}.spf.s.${PROOF}`)
    const noon = writeChoice({ ...CHOICE, at: TODAY + DAY / 2 })
    assert.equal(noon, writeChoice(CHOICE))
    fc.assert(
      fc.property(fc.nat(999_999), fc.nat(40_000), some, some, (version, day, asked, agreed) => {
        const choice = { version, at: day * DAY, asked, agreed, proof: PROOF }
        assert.deepEqual(readChoice(writeChoice(choice)), choice)
      })
    )
  })

  test('made up ones are none', ({ assert }) => {
    const day = (TODAY / DAY).toString(36)
    for (const text of [
      ...['2', `2.${day}.spf`, `2.${day}.fps.s`, `2.${day}.ss.s`, `2.${day}.spf.x`, ' 2..s.s'],
      ...[`-2.${day}.spf.s`, `2.-1.spf.s`, `02.${day}.spf.s`, '', 'yes', '__proto__'],
      ...[`2.0${day}.spf.s`, `2.zzzzzzzzzz.spf.s`, `2.${day}.spf.s.s`, '2..spf.s'],
    ]) {
      assert.isNull(readChoice(text), text)
      assert.isNull(readChoice(`${text}.${PROOF}`), text)
    }
    for (const proof of ['', 'short', `${PROOF}x`, `${PROOF} `, '"><script>alert(1)//..'])
      assert.isNull(readChoice(`2.${day}.spf.s.${proof}`), proof)
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
    const early: Choice = { ...CHOICE, asked: ['statistics'], agreed: ALL }
    assert.isFalse(isAnswered(early, QUESTION, NOW))
    assert.isFalse(agreesTo('functional', early, QUESTION, NOW), 'agreed when nothing was done')
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
