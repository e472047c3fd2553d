import vine from '@vinejs/vine'
import type { Field, Viewer } from '#core/admin'
import { keptRows } from '#core/platform'
import { idsBelow } from '#plugins/shop-quotes/domain/category_tree'
import { Category } from '#plugins/shop-quotes/models/category'
import { categoryNames } from '#plugins/shop-quotes/queries/category_names'

const LARGEST = 2_147_483_647
const id = () => vine.number().withoutDecimals().range([1, LARGEST])

const shared = {
  kind: 'custom',
  view: 'shop_quotes::admin/category',
  words: async ({ locale }: Viewer, value: unknown) =>
    (await categoryNames(locale)).find((one) => one.id === Number(value))?.way ?? '',
} as const

/** Under which category another one lies: any but itself and what lies below it. */
export const parentField: Field = {
  ...shared,
  name: 'parentId',
  schema: () => id().nullable().optional(),
  data: async (viewer, _, record: Category | null = null) => ({
    empty: viewer.t('shop-quotes.admin.categories.at_the_top'),
    options: await options(viewer, await ownPlaces(record)),
  }),
}

/** In which category a service is found. */
export const categoryField: Field = {
  ...shared,
  name: 'categoryId',
  required: true,
  schema: id,
  data: async (viewer) => ({ empty: '', options: await options(viewer, []) }),
}

const ownPlaces = async (record: Category | null) =>
  record ? [record.id, ...idsBelow(await keptRows(Category), record.id)] : []

async function options({ locale }: Viewer, without: readonly number[]) {
  const all = await categoryNames(locale)
  return all
    .filter((one) => !without.includes(one.id))
    .map((one) => ({ value: one.id, label: `${'– '.repeat(one.depth)}${one.name}` }))
}
