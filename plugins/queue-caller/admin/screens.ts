import {
  resource,
  withinLocations,
  type AnyResource,
  type FieldErrors,
  type Values,
} from '#core/admin'
import { urlFor, type Trx } from '#core/platform'
import { byPlace, elsewhere } from '#plugins/queue-caller/admin/by_place'
import {
  chosenLines,
  languagesField,
  linesAreThere,
  linesField,
  placeFields,
  placeOf,
} from '#plugins/queue-caller/admin/displays'
import { followed } from '#plugins/queue-caller/admin/followed'
import { removeDisplay } from '#plugins/queue-caller/admin/remove_display'
import { locationsOfPanel, SET_UP } from '#plugins/queue-caller/admin/rights'
import { SCREEN_DEVICE, SCREEN_PRESETS } from '#plugins/queue-caller/domain/screen_presets'
import { Screen } from '#plugins/queue-caller/models/screen'

const ofCounter = { field: 'preset', is: 'counter' }
const ofLines = { field: 'preset', is: SCREEN_PRESETS.filter((preset) => preset !== 'counter') }

/** What a waiting-room screen shows; a device is paired with one of them. */
export const screens: AnyResource = resource({
  id: 'queue-caller.screens',
  model: Screen,
  permission: SET_UP,
  icon: 'monitor',
  label: ({ name }) => name,
  scope: withinLocations(),
  list: {
    columns: [
      { name: 'name', sort: true, strong: true },
      { name: 'locationId', sort: true, thenBy: 'name' },
      { name: 'preset', sort: true },
      { name: 'locales' },
      { name: 'sound', sort: true },
    ],
    search: ['name'],
    filters: [
      { name: 'locationId', kind: 'relation', to: locationsOfPanel },
      { name: 'preset', kind: 'choice', choices: SCREEN_PRESETS },
    ],
    defaultSort: 'name',
  },
  show: {
    columns: [
      { name: 'name' },
      { name: 'locationId', to: locationsOfPanel },
      { name: 'preset' },
      { name: 'lineIds' },
      { name: 'counterId' },
      { name: 'locales' },
      { name: 'sound' },
      { name: 'notice' },
    ],
    links: [
      {
        id: 'preview',
        icon: 'eye',
        href: ({ id }, { can }) =>
          can('queue-caller.view') ? urlFor('queue-caller.screen_previews.show', { id }) : null,
      },
    ],
  },
  form: {
    fields: [
      ...placeFields,
      {
        ...{ name: 'preset', kind: 'choice', choices: SCREEN_PRESETS, default: 'lines' },
        ...{ required: true, hint: true },
      },
      linesField({ when: ofLines }),
      byPlace({
        ...{ name: 'counterId', of: 'counters', single: true },
        ...{ required: true, when: ofCounter },
      }),
      languagesField,
      { name: 'sound', kind: 'flag', default: true, hint: true },
      { name: 'notice', kind: 'translated', max: 200, hint: true },
    ],
    check: screenErrors,
    read: async ({ lineIds, counterId }: Screen) => ({ lineIds, counterId }),
    fill: keepWhatIsShown,
    ...followed,
  },
  actions: [removeDisplay(SCREEN_DEVICE, () => screens)],
})

const ownWord = (word: string) => `queue-caller.admin.screens.errors.${word}`

type Asked = { values: Values; record: Screen | null; trx: Trx }

async function screenErrors(asked: Asked): Promise<FieldErrors> {
  const { values, record, trx } = asked
  if (values.preset !== 'counter') {
    const isOne = values.preset !== 'line' || chosenLines(values).length === 1
    return isOne ? linesAreThere(asked) : { lineIds: ownWord('one_line') }
  }
  const { counterId } = values as { counterId?: number | null }
  if (!counterId) return { counterId: ownWord('counter_missing') }
  const there = { locationId: placeOf(values, record), trx }
  const isElsewhere = await elsewhere('counters', [counterId], there)
  return isElsewhere ? { counterId: ownWord('counter_elsewhere') } : {}
}

/** A display above a counter has no lines of its own, and all others no counter. */
async function keepWhatIsShown(screen: Screen, values: Values): Promise<Values> {
  const isOfCounter = values.preset === 'counter'
  screen.lineIds = isOfCounter ? [] : chosenLines(values)
  if (!isOfCounter) screen.counterId = null
  return { lineIds: screen.lineIds, counterId: screen.counterId }
}
