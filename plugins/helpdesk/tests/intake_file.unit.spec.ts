import { test } from '@japa/runner'
import type { IntakeNode, Need } from '#plugins/helpdesk/domain/intake'
import { fileProblems, type KnownNames } from '#plugins/helpdesk/domain/file_problems'
import {
  fileOf,
  FORMAT,
  readIntakeFile,
  type IntakeFile,
} from '#plugins/helpdesk/domain/intake_file'

const NEED: Need = { kind: 'incident', impact: 'one', teamId: 1, serviceLevelId: 2, formId: 3 }

const node = (key: string, own: Partial<IntakeNode> = {}): IntakeNode => ({
  ...{ key, label: { en: key }, hint: null, question: null, children: [], need: null, ...own },
})

const TREE = {
  children: [
    node('printer', {
      ...{ hint: { en: 'All printers' }, question: { en: 'What does it do?' } },
      children: [node('paper', { need: NEED })],
    }),
  ],
}

const BY_ID = {
  teams: new Map([[1, 'First line']]),
  levels: new Map([[2, 'Usual']]),
  forms: new Map([[3, 'Device']]),
}

const KNOWN: KnownNames = {
  teams: new Map([['First line', [1]]]),
  levels: new Map([['Usual', [2]]]),
  forms: new Map([['Device', [3]]]),
}

const written = (file: unknown) => readIntakeFile(JSON.stringify(file))
const problems = (file: unknown, known = KNOWN) =>
  fileProblems(written(file)!, known, 'en').map(({ reason }) => reason)

const withPlaces = (...places: unknown[]) => ({ format: FORMAT, places })
const end = (need: object) => ({ key: 'a', label: { en: 'A' }, need })
const named = { kind: 'request', impact: 'one', team: 'First line' }

test.group('H2 The menu as a file', () => {
  test('what is written is read again', ({ assert }) => {
    const file: IntakeFile = fileOf(TREE, BY_ID)
    assert.deepEqual(written(file), file)
    assert.deepEqual(file.places[0].children[0].need, {
      ...{ kind: 'incident', impact: 'one', team: 'First line' },
      ...{ serviceLevel: 'Usual', form: 'Device' },
    })
    assert.deepEqual(fileProblems(file, KNOWN, 'en'), [])
  })

  test('whatever is no menu is not read', ({ assert }) => {
    for (const text of ['', '{', 'null', '[]', '"x"', '{"format":"other","places":[]}']) {
      assert.isNull(readIntakeFile(text), text)
    }
    const place = { key: 'a', label: { en: 'A' } }
    const wrong: unknown[] = [
      ...[1, null, { ...place, key: 'with space' }, { ...place, key: 5 }, { key: 'a' }],
      ...[
        { ...place, label: 'A' },
        { ...place, label: { en: 1 } },
        { ...place, hint: [] },
      ],
      ...[
        { ...place, children: {} },
        { ...place, children: ['x'] },
        { ...place, need: 'x' },
      ],
      ...[end({ ...named, kind: 'other' }), end({ ...named, team: 1 })],
      end({ ...named, form: 3 }),
    ]
    for (const one of wrong) assert.isNull(written(withPlaces(one)), JSON.stringify(one))
  })

  test('endless nesting is not read', ({ assert }) => {
    let place: object = { key: null, label: { en: 'A' } }
    for (let depth = 0; depth < 30; depth++) place = { ...place, children: [place] }
    assert.isNull(written(withPlaces(place)))
  })

  test('names that nobody has, or several have, are told', ({ assert }) => {
    const need = { ...named, team: 'Nobody', serviceLevel: 'None', form: 'No' }
    assert.deepEqual(problems(withPlaces(end(need))), [
      ...['unknown_team', 'unknown_level', 'unknown_form'],
    ])
    const twice = { ...KNOWN, teams: new Map([['First line', [1, 4]]]) }
    assert.deepEqual(problems(withPlaces(end(named)), twice), ['ambiguous_team'])
  })

  test('missing words, keys that stand twice, and ends that go on are told', ({ assert }) => {
    const place = { key: 'a', label: { de: 'A' } }
    assert.deepEqual(problems(withPlaces(place, place)), ['no_words', 'no_words', 'key_twice'])
    const goesOn = { ...end(named), children: [{ label: { en: 'B' } }] }
    assert.deepEqual(problems(withPlaces(goesOn)), ['goes_on'])
  })

  test('too many questions are told once, with the way to them', ({ assert }) => {
    let place: object = { label: { en: 'Seven' } }
    for (let depth = 1; depth < 7; depth++) place = { label: { en: 'Above' }, children: [place] }
    const [first, ...rest] = fileProblems(written(withPlaces(place))!, KNOWN, 'en')
    assert.equal(first.reason, 'too_deep')
    assert.lengthOf(first.way, 7)
    assert.deepEqual(rest, [])
  })

  test('a menu that is not finished is read: it is a draft', ({ assert }) => {
    assert.deepEqual(problems(withPlaces({ label: { en: 'Nowhere yet' } })), [])
    assert.deepEqual(problems(withPlaces()), [])
  })
})
