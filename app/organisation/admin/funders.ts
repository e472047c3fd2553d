import { removal, resource, type AnyResource, type FieldErrors } from '#core/admin'
import { isWebAddress } from '#app/organisation/domain/funding'
import { funderLogos } from '#app/organisation/files'
import { Funder } from '#app/organisation/models/funder'

/** V6: projects that fund the organisation, in the order of the footer. */
export const funders: AnyResource = resource({
  id: 'organisation.funders',
  model: Funder,
  permission: { view: 'organisation.manage', manage: 'organisation.manage' },
  icon: 'hand-coins',
  label: (funder) => funder.name,
  list: {
    columns: [
      { name: 'name', sort: true, strong: true },
      { name: 'alternative' },
      { name: 'link' },
      { name: 'position', sort: true, align: 'end' },
    ],
    search: ['name'],
    defaultSort: 'position',
  },
  show: { columns: ['name', 'alternative', 'link', 'position'].map((name) => ({ name })) },
  form: {
    fields: [
      { name: 'name', kind: 'text', max: 120, required: true, hint: true },
      { name: 'picture', kind: 'file', use: funderLogos, required: true, hint: true },
      { name: 'alternative', kind: 'translated', max: 200, required: true, hint: true },
      { name: 'link', kind: 'text', max: 2000, hint: true },
      { name: 'position', kind: 'number', max: 10_000, default: 0, required: true, hint: true },
    ],
    check: async ({ values }) => linkIsWebPage(values.link),
  },
  actions: [removal('organisation.manage', () => funders)],
})

function linkIsWebPage(link: unknown): FieldErrors {
  if (typeof link !== 'string' || link === '' || isWebAddress(link)) return {}
  return { link: 'organisation.admin.funders.errors.not_a_web_page' }
}
