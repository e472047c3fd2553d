import {
  removal,
  resource,
  stateCell,
  type AnyResource,
  type FieldErrors,
  type Values,
  type Viewer,
} from '#core/admin'
import { translated } from '#core/organisation'
import { urlFor, type Trx } from '#core/platform'
import { parentField } from '#plugins/shop-quotes/admin/category_fields'
import { services } from '#plugins/shop-quotes/admin/services'
import { SET_UP, SLUG } from '#plugins/shop-quotes/admin/set_up_rights'
import { placeRefusal } from '#plugins/shop-quotes/domain/category_tree'
import { Category } from '#plugins/shop-quotes/models/category'
import { categoryNames } from '#plugins/shop-quotes/queries/category_names'
import { servicesIn } from '#plugins/shop-quotes/queries/services_in'

/** S1: the tree in which customers find services. What is used cannot be removed. */
export const categories: AnyResource = resource({
  id: 'shop-quotes.categories',
  model: Category,
  permission: SET_UP,
  icon: 'layers',
  label: ({ name }, { locale }) => translated(name, locale),
  list: {
    columns: [
      { name: 'name', texts: waysOf, strong: true },
      { name: 'services', texts: countsOf, align: 'end' },
      { name: 'slug', sort: true, hidden: true },
      { name: 'active', value: stateOf, sort: true },
      { name: 'position', sort: true, align: 'end' },
    ],
    search: ['name', 'slug'],
    filters: [{ name: 'active', kind: 'flag' }],
    defaultSort: 'position',
  },
  show: {
    columns: [
      ...[{ name: 'name' }, { name: 'parentId' }, { name: 'description' }],
      ...[{ name: 'slug' }, { name: 'position' }, { name: 'active', value: stateOf }],
    ],
    links: [
      {
        id: 'customer',
        icon: 'eye',
        href: ({ slug, active }) =>
          active ? urlFor('shop-quotes.catalogue.categories.show', { slug }) : null,
      },
      {
        id: 'add',
        icon: 'plus',
        href: ({ id }) => urlFor('shop-quotes.categories.create', {}, { parentId: id }),
      },
    ],
    related: [
      { id: 'below', to: () => categories, by: 'parentId', without: ['slug'] },
      {
        ...{ id: 'services', to: () => services, by: 'categoryId' },
        without: ['categoryId', 'priceMode', 'taxClass', 'slug'],
      },
    ],
  },
  form: {
    fields: [
      { name: 'name', kind: 'translated', max: 80, required: true },
      { name: 'description', kind: 'translated', max: 300, hint: true },
      parentField,
      {
        ...{ name: 'slug', kind: 'text', max: 60, pattern: SLUG, unique: true },
        ...{ required: true, hint: true },
      },
      { name: 'position', kind: 'number', max: 10_000, default: 0, required: true, hint: true },
      { name: 'active', kind: 'flag', default: true, hint: true },
    ],
    check: placeErrors,
  },
  actions: [removal('shop-quotes.set_up', () => categories)],
})

function stateOf({ active }: Category, { t }: Viewer) {
  const word = t(`shop-quotes.admin.categories.states.${active ? 'active' : 'inactive'}`)
  return stateCell(active ? 'called' : 'ended', word)
}

async function waysOf(_: Category[], { locale }: Viewer): Promise<Map<number, string>> {
  return new Map((await categoryNames(locale)).map(({ id, way }) => [id, way]))
}

async function countsOf(shown: Category[], viewer: Viewer): Promise<Map<number, string>> {
  const counts = await servicesIn(shown.map(({ id }) => id))
  const { number } = viewer.formats()
  return new Map(shown.map(({ id }) => [id, number(counts.get(id) ?? 0)]))
}

type Asked = { values: Values; record: Category | null; trx: Trx }

/** Locked, so that of two who move two categories at once nobody closes a circle. */
async function placeErrors({ values, record, trx }: Asked): Promise<FieldErrors> {
  const all = await Category.query({ client: trx }).orderBy('id').forUpdate()
  const parentId = (values.parentId as number | null | undefined) ?? null
  const reason = placeRefusal(all, { id: record?.id ?? null, parentId })
  return reason ? { parentId: `shop-quotes.admin.categories.errors.${reason}` } : {}
}
