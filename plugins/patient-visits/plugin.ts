import { definePlugin } from '#core/platform'
import { account } from '#plugins/patient-visits/account'
import { admin } from '#plugins/patient-visits/admin/contribution'
import { customerCard } from '#plugins/patient-visits/admin/customer_card'
import { visitsDemo } from '#plugins/patient-visits/database/demo'
import { visitDocuments } from '#plugins/patient-visits/files'
import { DocumentMail } from '#plugins/patient-visits/mails/document_mail'
import { VISIT_MAILS } from '#plugins/patient-visits/mails/visit_mails'
import privacy from '#plugins/patient-visits/privacy'
import { openVisits } from '#plugins/patient-visits/queries/open_visits'
import { routes } from '#plugins/patient-visits/routes'
import { discreet } from '#plugins/patient-visits/settings'

/** Patients see, book, change and cancel their visits; the unit runs its clinics and doctors’ days. */
export default definePlugin({
  id: 'patient-visits',
  version: '0.1.0',
  platform: '^0.1.0',
  icon: 'stethoscope',
  mount: 'visits',
  healthRecords: true,
  permissions: [
    { id: 'patient-visits.view', roles: ['owner', 'manager', 'desk'] },
    { id: 'patient-visits.manage', roles: ['owner', 'manager', 'desk'] },
    { id: 'patient-visits.set_up', roles: ['owner', 'manager'] },
  ],
  settings: [discreet],
  routes,
  admin,
  account,
  help: { title: 'patient-visits.help.title', text: 'patient-visits.help.text' },
  customerCard,
  home: [
    {
      route: 'patient-visits.start.show',
      icon: 'stethoscope',
      title: 'patient-visits.home.title',
      summary: 'patient-visits.home.summary',
    },
  ],
  mails: [...Object.values(VISIT_MAILS), DocumentMail],
  privacy,
  files: [visitDocuments],
  rests: async () => [{ text: 'patient-visits.rests.visits', count: await openVisits() }],
  demo: visitsDemo,
})
