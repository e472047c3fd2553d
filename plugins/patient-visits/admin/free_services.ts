import { resource, resourceNamed, type AnyResource } from '#core/admin'
import { translated } from '#core/organisation'
import { Service } from '#core/scheduling'

/**
 * Services that can become a visit type, among those that this person sees: nobody else offers
 * them, and they ask no questions of their own. To choose from; they have no pages here.
 */
export const freeServices: AnyResource = resource({
  id: 'patient-visits.free_services',
  model: Service,
  permission: { view: 'patient-visits.set_up', manage: null },
  label: ({ name }, { locale }) => translated(name, locale),
  scope: (query, viewer) => {
    resourceNamed('scheduling.services').scope(query, viewer)
    void query.whereNull('formId').whereNull('offeredBy')
  },
  list: { search: ['name'], defaultSort: 'position' },
})
