import { test } from '@japa/runner'
import { counterLabel } from '#plugins/queue-caller/domain/counter_label'
import {
  shownCalls,
  type Announced,
  type CallsNow,
  type ScreenSetup,
} from '#plugins/queue-caller/domain/shown_calls'
import { languageAt } from '#plugins/queue-caller/domain/turn_of_languages'
import { announcementKey, unheardCalls } from '#plugins/queue-caller/domain/unheard_calls'

const SECOND = 1000
const NOON = Date.parse('2027-01-19T11:00:00Z')
const MIDNIGHT = Date.parse('2027-01-19T23:00:00Z')
const LINES: ScreenSetup = { preset: 'lines', lineIds: [], counterId: null }
const COUNTER: ScreenSetup = { preset: 'counter', lineIds: [], counterId: 2 }

let serial = 0
function call(values: Partial<Announced> = {}): Announced {
  const id = values.id ?? ++serial
  const where = { lineId: 1, counterId: 1, counter: 'Counter 1', spoken: '1' }
  return { id, code: `A00${id}`, at: NOON, calls: 1, state: 'called', ...where, ...values }
}

const now = (calls: Announced[], values: Partial<CallsNow> = {}): CallsNow => ({
  ...{ now: NOON, until: MIDNIGHT, calls, setups: {} },
  counters: [
    { id: 1, label: 'Counter 1', state: 'open' },
    { id: 2, label: 'Counter 2', state: 'open' },
  ],
  ...values,
})

function shown(calls: Announced[], setup: ScreenSetup, at = NOON, isKnown = true) {
  const { current, isFresh, last, word } = shownCalls(now(calls), setup, { at, isKnown })
  return { current: current?.code ?? null, isFresh, last: last.map(({ code }) => code), word }
}

test.group('What stands on a screen', () => {
  const served = call({ code: 'A001', at: NOON - 60 * SECOND, state: 'served' })
  const serving = call({ code: 'B002', lineId: 2, at: NOON - 30 * SECOND, state: 'serving' })
  const newest = call({ code: 'A003', counterId: 2, at: NOON - 2 * SECOND })
  const calls = [newest, serving, served]

  test('Q6 the newest call stands out for ten seconds, then without, above those before', ({
    assert,
  }) => {
    const first = { current: 'A003', isFresh: true, last: ['B002', 'A001'], word: null }
    assert.deepEqual(shown(calls, LINES), first)
    assert.deepEqual(shown(calls, LINES, NOON + 7_999), first)
    assert.deepEqual(shown(calls, LINES, NOON + 8_000), { ...first, isFresh: false })
  })

  test('Q6 a screen of some lines shows no call of another one', ({ assert }) => {
    assert.equal(shown(calls, { ...LINES, lineIds: [2] }).current, 'B002')
    const line = { ...LINES, preset: 'line', lineIds: [1] } as const
    assert.deepEqual(shown(calls, line).last, ['A001'])
    assert.isNull(shown(calls, { ...LINES, lineIds: [3] }).current)
  })

  test('nobody is current once the last one called is served or gone', ({ assert }) => {
    for (const state of ['served', 'absent', 'no_show', 'parked'] as const) {
      const { current, last } = shown([call({ code: 'A009', state }), served], LINES)
      assert.deepEqual([current, last], [null, ['A009', 'A001']], state)
    }
  })

  test('each layout lists as many as it has room for', ({ assert }) => {
    const many = Array.from({ length: 20 }, () => call())
    const counts = (['line', 'lines', 'portrait', 'counter'] as const).map(
      (preset) => shown(many, { preset, lineIds: [], counterId: 1 }).last.length
    )
    assert.deepEqual(counts, [3, 6, 8, 0])
  })

  test('Q6 without a connection nobody is shown as called', ({ assert }) => {
    assert.deepEqual(shown(calls, LINES, NOON, false), {
      ...{ current: null, isFresh: false, word: null },
      last: ['A003', 'B002', 'A001'],
    })
  })

  test('at midnight the calls of the day are gone', ({ assert }) => {
    assert.equal(shown(calls, LINES, MIDNIGHT - 1).current, 'A003')
    assert.deepEqual(shown(calls, LINES, MIDNIGHT).last, [])
    assert.isNull(shown(calls, LINES, MIDNIGHT).current)
  })

  test('above a counter stands its number and what it is doing', ({ assert }) => {
    assert.equal(shown(calls, COUNTER).word, 'called')
    assert.equal(shown([{ ...newest, state: 'serving' }], COUNTER).word, 'serving')
    assert.deepEqual(shown([serving], COUNTER), {
      ...{ current: null, isFresh: false, last: [], word: 'free' },
    })
    const doing = (state: 'paused' | 'closed') =>
      shownCalls(now([], { counters: [{ id: 2, label: 'Counter 2', state }] }), COUNTER, {
        ...{ at: NOON, isKnown: true },
      }).word
    assert.deepEqual([doing('paused'), doing('closed')], ['paused', 'closed'])
    assert.equal(shown([], { ...COUNTER, counterId: 9 }).word, 'closed')
  })
})

test.group('What a screen says out loud', () => {
  const heard = (...calls: Announced[]) => new Set(calls.map(announcementKey))

  test('Q6 calls it has not said yet, in the order of the calls', ({ assert }) => {
    const [one, two, three] = [3, 2, 1].map((ago) => call({ at: NOON - ago * SECOND }))
    assert.deepEqual(unheardCalls([three, two, one], heard(two), NOON), [one, three])
  })

  test('Q6 a call that is repeated is said again, with others in between', ({ assert }) => {
    const first = call({ at: NOON - 20 * SECOND })
    const again = { ...first, at: NOON }
    assert.deepEqual(unheardCalls([again], heard(first), NOON), [again])
    assert.deepEqual(unheardCalls([again], heard(again), NOON), [])
  })

  test('a counter whose call is heard of later is not passed over', ({ assert }) => {
    const [late, early] = [call({ at: NOON - 5 }), call({ at: NOON - 4 })]
    assert.deepEqual(unheardCalls([early, late], heard(early), NOON), [late])
  })

  test('Q6 after a lost connection only calls that stand, and of the last 30 seconds', ({
    assert,
  }) => {
    const calls = [
      call({ at: NOON - 30 * SECOND }),
      call({ at: NOON - 30 * SECOND - 1 }),
      call({ at: NOON, state: 'serving' }),
      call({ at: NOON, state: 'absent' }),
    ]
    assert.deepEqual(unheardCalls(calls, new Set(), NOON), [calls[0]])
  })
})

test.group('Languages and names on a screen', () => {
  test('languages take turns every ten seconds, on all screens at once', ({ assert }) => {
    const turns = [0, 9_999, 10_000, 20_000, 30_000].map((ms) =>
      languageAt(['de', 'es', 'pl'], NOON - (NOON % 30_000) + ms)
    )
    assert.deepEqual(turns, ['de', 'de', 'es', 'pl', 'de'])
    assert.equal(languageAt(['ca'], NOON), 'ca')
  })

  test('a counter is read by its number or letter, or by its whole name', ({ assert }) => {
    for (const [label, words, mark] of [
      ['Counter 3', 'Counter', '3'],
      ['Room 112', 'Room', '112'],
      ['Sala d’espera B', 'Sala d’espera', 'B'],
      ['7', '', '7'],
      ['Reception', 'Reception', ''],
      ['Desk 2026', 'Desk 2026', ''],
      ['', '', ''],
    ]) {
      assert.deepEqual(counterLabel(label), { words, mark }, label)
    }
  })
})
