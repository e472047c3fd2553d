import type { Field, FieldErrors, Values } from '#core/admin'
import { LOCALE_NAMES, LOCALES } from '#core/organisation'
import type { Trx } from '#core/platform'
import { byPlace, elsewhere } from '#plugins/queue-caller/admin/by_place'
import { locationsOfPanel } from '#plugins/queue-caller/admin/rights'

const languages = () => LOCALES.map((locale) => ({ value: locale, label: LOCALE_NAMES[locale] }))

/** Where a screen or kiosk stands and what staff call it. */
export const placeFields: Field[] = [
  {
    ...{ name: 'locationId', kind: 'relation', to: locationsOfPanel },
    ...{ required: true, only: 'create', hint: true },
  },
  { name: 'name', kind: 'text', max: 80, required: true, width: 'm', hint: true },
]

/** No line ticked stands for all of them, also for those that are added later. */
export const linesField = (more: Pick<Field, 'when'> = {}): Field =>
  byPlace({
    ...{ name: 'lineIds', of: 'lines', none: 'queue-caller.admin.all_lines', hint: true },
    ...more,
  })

export const languagesField: Field = {
  ...{ name: 'locales', kind: 'choices', choices: languages },
  ...{ required: true, hint: true },
}

export const chosenLines = ({ lineIds }: Values): number[] =>
  (lineIds as number[] | undefined) ?? []

export const placeOf = (values: Values, record: { locationId: number } | null): number =>
  record?.locationId ?? (values.locationId as number)

type Asked = { values: Values; record: { locationId: number } | null; trx: Trx }

export async function linesAreThere({ values, record, trx }: Asked): Promise<FieldErrors> {
  const there = { locationId: placeOf(values, record), trx }
  const isElsewhere = await elsewhere('lines', chosenLines(values), there)
  return isElsewhere ? { lineIds: 'queue-caller.admin.errors.line_elsewhere' } : {}
}
