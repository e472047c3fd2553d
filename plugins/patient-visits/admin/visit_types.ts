import { removal, resource, resourceNamed, type AnyResource } from '#core/admin'
import { translated } from '#core/organisation'
import { urlFor } from '#core/platform'
import { offerThrough, Service } from '#core/scheduling'
import { clinics } from '#plugins/patient-visits/admin/clinics'
import { freeServices } from '#plugins/patient-visits/admin/free_services'
import { REASON_MODES } from '#plugins/patient-visits/domain/cancel_reason'
import { CONFIRMED_BY, VisitType } from '#plugins/patient-visits/models/visit_type'

const MOST_HOURS = 8760
const BY_THEMSELVES = { field: 'selfService', is: true }

/** Services that patients book as visits, and what they may do with them themselves. */
export const visitTypes: AnyResource = resource({
  id: 'patient-visits.visit_types',
  model: VisitType,
  permission: { view: 'patient-visits.view', manage: 'patient-visits.set_up' },
  icon: 'clipboard-list',
  preload: ['service', 'clinic'],
  label: ({ service }, { locale }) => translated(service?.name, locale),
  scope: (query, viewer) => {
    const seen = Service.query().select('id')
    resourceNamed('scheduling.services').scope(seen, viewer)
    void query.whereIn('serviceId', seen)
  },
  list: {
    columns: [
      {
        name: 'serviceId',
        strong: true,
        value: ({ service }, { locale }) => translated(service.name, locale),
      },
      { name: 'clinicId', value: ({ clinic }, { locale }) => translated(clinic.name, locale) },
      { name: 'confirmedBy', sort: true },
      { name: 'selfService', sort: true },
      { name: 'changeUntilHours', sort: true, align: 'end' },
      { name: 'cancelUntilHours', sort: true, align: 'end' },
      { name: 'reasonMode', sort: true, hidden: true },
    ],
    search: [],
    filters: [
      { name: 'clinicId', kind: 'relation', to: () => clinics },
      { name: 'confirmedBy', kind: 'choice', choices: CONFIRMED_BY },
      { name: 'selfService', kind: 'flag' },
    ],
    defaultSort: 'clinicId',
  },
  show: {
    columns: [
      {
        name: 'serviceId',
        value: ({ service }, { locale }) => translated(service.name, locale),
      },
      ...['clinicId', 'confirmedBy', 'selfService', 'changeUntilHours'].map((name) => ({ name })),
      ...['cancelUntilHours', 'mostChanges', 'reasonMode'].map((name) => ({ name })),
    ],
    links: [
      {
        id: 'service',
        icon: 'briefcase',
        href: ({ serviceId }, { can }) =>
          can('scheduling.manage') ? urlFor('scheduling.services.edit', { id: serviceId }) : null,
      },
    ],
  },
  form: {
    sections: [
      {
        name: 'what',
        fields: [
          {
            name: 'serviceId',
            kind: 'relation',
            to: () => freeServices,
            required: true,
            only: 'create',
            hint: true,
          },
          { name: 'clinicId', kind: 'relation', to: () => clinics, required: true },
          {
            name: 'confirmedBy',
            kind: 'choice',
            choices: CONFIRMED_BY,
            default: 'at_once',
            required: true,
            hint: true,
          },
        ],
      },
      {
        name: 'patients',
        fields: [
          { name: 'selfService', kind: 'flag', default: true, hint: true },
          {
            name: 'changeUntilHours',
            kind: 'number',
            max: MOST_HOURS,
            default: 24,
            required: true,
            when: BY_THEMSELVES,
          },
          { name: 'mostChanges', kind: 'number', max: 99, hint: true, when: BY_THEMSELVES },
          {
            name: 'cancelUntilHours',
            kind: 'number',
            max: MOST_HOURS,
            default: 4,
            required: true,
            when: BY_THEMSELVES,
          },
          {
            name: 'reasonMode',
            kind: 'choice',
            choices: REASON_MODES,
            default: 'optional',
            required: true,
            hint: true,
            when: BY_THEMSELVES,
          },
        ],
      },
    ],
    store: ({ serviceId }, _, { trx }) => offerThrough(trx, serviceId, 'patient-visits'),
    removed: ({ serviceId }, { trx }) => offerThrough(trx, serviceId, null),
  },
  actions: [removal('patient-visits.set_up', () => visitTypes)],
})
