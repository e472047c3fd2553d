import { removal, resource, stateCell, type AnyResource } from '#core/admin'
import { translated } from '#core/organisation'
import { Clinic } from '#plugins/patient-visits/models/clinic'

/** Departments under which patients look for a visit. */
export const clinics: AnyResource = resource({
  id: 'patient-visits.clinics',
  model: Clinic,
  permission: { view: 'patient-visits.view', manage: 'patient-visits.set_up' },
  icon: 'heart-pulse',
  label: ({ name }, { locale }) => translated(name, locale),
  list: {
    columns: [
      { name: 'name', strong: true },
      { name: 'phone' },
      {
        name: 'active',
        sort: true,
        value: ({ active }, { t }) =>
          stateCell(
            active ? 'called' : 'ended',
            t(`patient-visits.admin.clinics.states.${active ? 'offered' : 'inactive'}`)
          ),
      },
      { name: 'position', sort: true, align: 'end' },
    ],
    search: ['name'],
    filters: [{ name: 'active', kind: 'flag' }],
    defaultSort: 'position',
  },
  form: {
    fields: [
      { name: 'name', kind: 'translated', max: 120, required: true },
      { name: 'description', kind: 'translated', long: true, max: 2000 },
      { name: 'phone', kind: 'phone', hint: true },
      { name: 'position', kind: 'number', max: 10_000, default: 0, required: true, hint: true },
      { name: 'active', kind: 'flag', default: true, hint: true },
    ],
  },
  actions: [removal('patient-visits.set_up', () => clinics)],
})
