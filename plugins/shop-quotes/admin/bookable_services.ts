import { resource, resourceNamed, type AnyResource } from '#core/admin'
import { translated } from '#core/organisation'
import { Service } from '#core/scheduling'

/**
 * Services whose appointments the shop can give, among those that this person sees: no plugin
 * offers them in its own way alone. To choose from; they have no pages here.
 */
export const bookableServices: AnyResource = resource({
  id: 'shop-quotes.bookable_services',
  model: Service,
  permission: { view: 'shop-quotes.set_up', manage: null },
  label: ({ name }, { locale }) => translated(name, locale),
  scope: (query, viewer) => {
    resourceNamed('scheduling.services').scope(query, viewer)
    void query.whereNull('offeredBy').where({ active: true, public: true })
  },
  list: { search: ['name'], defaultSort: 'position' },
})
