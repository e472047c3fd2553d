import { definePlugin } from '#core/platform'
import { admin } from '#plugins/booking/admin/contribution'
import { account } from '#plugins/booking/account'
import { customerCard } from '#plugins/booking/admin/customer_card'
import { bookingDemo } from '#plugins/booking/database/demo'
import { appointmentFiles } from '#plugins/booking/files'
import { help } from '#plugins/booking/help'
import { PurgeDrafts, purgeDraftsHourly } from '#plugins/booking/jobs/purge_drafts'
import { CancelledMail } from '#plugins/booking/mails/cancelled_mail'
import { ConfirmLinkMail } from '#plugins/booking/mails/confirm_link_mail'
import { MovedMail } from '#plugins/booking/mails/moved_mail'
import { TicketMail } from '#plugins/booking/mails/ticket_mail'
import privacy from '#plugins/booking/privacy'
import { consentsOfAppointments } from '#plugins/booking/queries/given_consents'
import { openAppointments } from '#plugins/booking/queries/open_appointments'
import { routes } from '#plugins/booking/routes'
import {
  changeUntilHours,
  confirmMinutes,
  holdLimitMinutes,
  holdMinutes,
} from '#plugins/booking/settings'

/** Customers book appointments online or through the front desk; every place is taken once. */
export default definePlugin({
  id: 'booking',
  version: '0.1.0',
  platform: '^0.1.0',
  icon: 'calendar-check',
  mount: 'booking',
  permissions: [
    { id: 'booking.view', roles: ['owner', 'manager', 'desk'] },
    { id: 'booking.manage', roles: ['owner', 'manager', 'desk'] },
  ],
  settings: [holdMinutes, holdLimitMinutes, confirmMinutes, changeUntilHours],
  routes,
  admin,
  account,
  customerCard,
  consents: consentsOfAppointments,
  home: [
    {
      route: 'booking.services.index',
      icon: 'calendar-check',
      title: 'booking.home.title',
      summary: 'booking.home.summary',
    },
  ],
  help,
  mails: [TicketMail, MovedMail, CancelledMail, ConfirmLinkMail],
  jobs: [PurgeDrafts],
  schedules: [purgeDraftsHourly],
  privacy,
  files: [appointmentFiles],
  rests: async () => [{ text: 'booking.rests.appointments', count: await openAppointments() }],
  demo: bookingDemo,
})
