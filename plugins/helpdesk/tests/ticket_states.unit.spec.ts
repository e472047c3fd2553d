import { test } from '@japa/runner'
import { intakeProblems, wayTo, type IntakeNode } from '#plugins/helpdesk/domain/intake'
import { priorityOf, IMPACTS, URGENCIES } from '#plugins/helpdesk/domain/priority'
import {
  isRunning,
  stateAfter,
  TICKET_STATES,
  turnOf,
  type Doer,
  type TicketStep,
} from '#plugins/helpdesk/domain/ticket_states'

/** The table of docs/domain/tickets.md: step, by, from, to. */
const STEPS: [TicketStep, Doer, Partial<Record<string, string>>][] = [
  ['take', 'staff', { new: 'in_progress' }],
  [
    'ask',
    'staff',
    {
      new: 'waiting_customer',
      in_progress: 'waiting_customer',
      waiting_customer: 'waiting_customer',
    },
  ],
  [
    'propose',
    'staff',
    {
      new: 'solution_proposed',
      in_progress: 'solution_proposed',
      waiting_customer: 'solution_proposed',
    },
  ],
  [
    'answer',
    'staff',
    {
      new: 'in_progress',
      in_progress: 'in_progress',
      waiting_customer: 'waiting_customer',
      solution_proposed: 'solution_proposed',
    },
  ],
  [
    'add',
    'customer',
    {
      new: 'new',
      in_progress: 'in_progress',
      waiting_customer: 'in_progress',
      solution_proposed: 'solution_proposed',
    },
  ],
  ['accept', 'customer', { solution_proposed: 'closed' }],
  ['reject', 'customer', { solution_proposed: 'in_progress' }],
  ['lapse', 'time', { solution_proposed: 'closed' }],
  ['take_back', 'customer', { closed: 'in_progress' }],
  ['reopen', 'customer', { closed: 'in_progress' }],
  ['rate', 'customer', { closed: 'closed' }],
]
const DOERS: Doer[] = ['customer', 'staff', 'time']

test.group('H5 Steps of a ticket', () => {
  for (const [step, by, leads] of STEPS) {
    test(`${step} is taken by ${by} alone, from where the table says`, ({ assert }) => {
      for (const state of TICKET_STATES) {
        for (const doer of DOERS) {
          const expected = doer === by ? (leads[state] ?? null) : null
          assert.equal(stateAfter(state, step, doer), expected, `${doer}: ${state}`)
        }
      }
    })
  }

  test('whoever runs into an end: running tickets have a turn, others have none', ({ assert }) => {
    for (const state of TICKET_STATES) assert.equal(isRunning(state), turnOf(state) !== 'nobody')
  })

  test('priority out of urgency and impact', ({ assert }) => {
    const table = URGENCIES.map((urgency) => IMPACTS.map((impact) => priorityOf(urgency, impact)))
    assert.deepEqual(table, [
      [5, 4, 3],
      [4, 3, 2],
      [3, 2, 1],
    ])
  })
})

const NEED = {
  kind: 'incident',
  impact: 'one',
  teamId: 1,
  serviceLevelId: null,
  formId: null,
} as const
const node = (key: string, own: Partial<IntakeNode> = {}): IntakeNode => ({
  ...{ key, label: { es: key }, hint: null, question: null, children: [], need: null },
  ...own,
})

test.group('H2 The guided menu', () => {
  const tree = {
    children: [node('a', { children: [node('b', { need: NEED })] }), node('c', { need: NEED })],
  }

  test('the way to a place is known, that to an unknown one is not', ({ assert }) => {
    assert.deepEqual(
      wayTo(tree, 'b')!.map(({ key }) => key),
      ['a', 'b']
    )
    assert.isNull(wayTo(tree, 'x'))
    assert.deepEqual(intakeProblems(tree, 'es'), [])
  })

  test('what keeps a menu from being published is told with its place', ({ assert }) => {
    assert.deepEqual(intakeProblems({ children: [] }, 'es'), [{ reason: 'empty', key: null }])
    const bad = {
      children: [
        node('dead'),
        node('on', { need: NEED, children: [node('d', { need: NEED })] }),
        node('mute', { label: { en: 'Mute' }, need: NEED }),
      ],
    }
    assert.deepEqual(intakeProblems(bad, 'es'), [
      { reason: 'dead_end', key: 'dead' },
      { reason: 'goes_on', key: 'on' },
      { reason: 'no_words', key: 'mute' },
    ])
  })
})
