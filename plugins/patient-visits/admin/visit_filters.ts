import db from '@adonisjs/lucid/services/db'
import { resourceNamed, type Filter } from '#core/admin'
import { VISIT_STATES } from '#plugins/patient-visits/domain/visit_states'
import { clinics } from '#plugins/patient-visits/admin/clinics'
import { doctors } from '#plugins/patient-visits/admin/doctors'
import { visitTypes } from '#plugins/patient-visits/admin/visit_types'
import { VisitType } from '#plugins/patient-visits/models/visit_type'
import { keepStates } from '#plugins/patient-visits/queries/in_states'

const servicesOf = (column: 'id' | 'clinicId', value: string) =>
  VisitType.query().where(column, Number(value)).select('serviceId')

const sessionsWith = (resourceId: string) =>
  db.from('scheduling_allocations').where('resource_id', Number(resourceId)).select('session_id')

/** Whose day it is, where, and how it stands. */
export const visitFilters: Filter[] = [
  { name: 'startsAt', kind: 'dates' },
  {
    name: 'doctorId',
    kind: 'relation',
    to: () => doctors,
    keep: (query, value) => void query.whereIn('sessionId', sessionsWith(value)),
  },
  {
    name: 'clinicId',
    kind: 'relation',
    to: () => clinics,
    keep: (query, value) => void query.whereIn('serviceId', servicesOf('clinicId', value)),
  },
  {
    name: 'typeId',
    kind: 'relation',
    to: () => visitTypes,
    keep: (query, value) => void query.whereIn('serviceId', servicesOf('id', value)),
  },
  { name: 'locationId', kind: 'relation', to: () => resourceNamed('organisation.locations') },
  {
    name: 'state',
    kind: 'choice',
    choices: VISIT_STATES,
    label: (state, { t }) => t(`patient-visits.admin.states.${state}`),
    keep: (query, value) => keepStates(query, value.split(',')),
  },
]
