import { resourceNamed, type Field } from '#core/admin'
import { TICKET_LETTERS } from '#core/numbering'
import { locationsOfPanel } from '#plugins/queue-caller/admin/rights'

const letters = () => TICKET_LETTERS.map((letter) => ({ value: letter, label: letter }))

type Range = { min: number; max: number; default: number }

const figure = (name: string, range: Range): Field => ({
  ...{ name, kind: 'number', ...range },
  ...{ required: true, hint: true },
})

const minutes = (name: string, range: Range): Field => ({
  ...{ name, kind: 'minutes', ...range },
  ...{ required: true, hint: true },
})

/** The form of a line, in the order in which a queue is thought of. */
export const lineFields: { name: string; fields: Field[] }[] = [
  {
    name: 'what',
    fields: [
      {
        name: 'locationId',
        kind: 'relation',
        to: locationsOfPanel,
        required: true,
        only: 'create',
        hint: true,
      },
      { name: 'letter', kind: 'choice', choices: letters, required: true, hint: true },
      { name: 'name', kind: 'translated', max: 80, required: true, hint: true },
      {
        name: 'serviceIds',
        kind: 'relations',
        to: () => resourceNamed('scheduling.services'),
        hint: true,
      },
    ],
  },
  {
    name: 'numbers',
    fields: [
      figure('firstNumber', { min: 1, max: 9999, default: 1 }),
      figure('lastNumber', { min: 1, max: 9999, default: 999 }),
      { name: 'contingent', kind: 'number', min: 1, max: 99_999, hint: true },
      { name: 'hours', kind: 'weekly_hours', hint: true },
    ],
  },
  {
    name: 'order',
    fields: [
      figure('mostInARow', { min: 1, max: 10, default: 2 }),
      minutes('longestWaitMinutes', { min: 5, max: 240, default: 60 }),
      minutes('earlyMinutes', { min: 0, max: 120, default: 0 }),
      minutes('lateMinutes', { min: 0, max: 120, default: 15 }),
    ],
  },
  {
    name: 'recall',
    fields: [
      figure('extraCalls', { min: 0, max: 10, default: 3 }),
      minutes('intervalMinutes', { min: 1, max: 120, default: 10 }),
      figure('graceSeconds', { min: 30, max: 600, default: 90 }),
    ],
  },
  {
    name: 'figures',
    fields: [
      minutes('targetMinutes', { min: 1, max: 240, default: 20 }),
      minutes('serviceMinutes', { min: 1, max: 240, default: 10 }),
    ],
  },
  {
    name: 'use',
    fields: [
      { name: 'position', kind: 'number', max: 10_000, default: 0, required: true, hint: true },
      { name: 'active', kind: 'flag', default: true, hint: true },
    ],
  },
]
