import { resource, stateCell, type BadgeState, type Viewer } from '#core/admin'
import { LOCALE_NAMES } from '#core/organisation'
import { transaction, urlFor } from '#core/platform'
import { mailName } from '#app/messaging/admin/mail_name'
import { resendMail } from '#app/messaging/actions/resend_mail'
import { MAIL_STATES, OutboxMail } from '#app/messaging/models/outbox_mail'
import { sendTest } from '#app/messaging/admin/send_test'
import { isConfidential } from '#app/messaging/queries/mail_definitions'
import { renderMail } from '#app/messaging/queries/render_mail'

const STATES: Record<OutboxMail['state'], BadgeState> = {
  queued: 'waiting',
  sending: 'waiting',
  sent: 'called',
  kept: 'info',
  failed: 'problem',
}

/** Every mail that left, waits or failed; staff read it as its recipient does. */
export const mails = resource({
  id: 'messaging.mails',
  model: OutboxMail,
  permission: { view: 'messaging.view', manage: null },
  personal: true,
  key: 'm',
  icon: 'mail',
  count: {
    words: 'messaging.admin.mails.failed',
    keep: (query) => void query.where('state', 'failed'),
  },
  label: (mail) => mail.toAddress,
  list: {
    columns: [
      { name: 'createdAt', sort: true },
      { name: 'toAddress', value: recipientOf, sort: true, strong: true },
      { name: 'template', value: templateOf, sort: true },
      { name: 'state', value: stateOf, sort: true },
      { name: 'attempts', sort: true, align: 'end' },
    ],
    search: ['toAddress', 'toName'],
    filters: [
      { name: 'state', kind: 'choice', choices: MAIL_STATES },
      { name: 'createdAt', kind: 'dates' },
    ],
    defaultSort: '-createdAt',
    actions: [sendTest],
  },
  show: {
    columns: [
      { name: 'toAddress', value: recipientOf },
      { name: 'template', value: templateOf },
      { name: 'state', value: stateOf },
      { name: 'locale', value: ({ locale }) => LOCALE_NAMES[locale] },
      { name: 'createdAt' },
      { name: 'sentAt' },
      { name: 'attempts' },
      { name: 'lastError' },
    ],
    panels: [{ id: 'preview', view: 'admin/messaging/preview', data: preview }],
  },
  actions: [
    {
      id: 'resend',
      permission: 'messaging.resend',
      on: ['row', 'bulk', 'palette', 'command'],
      icon: 'send',
      confirm: true,
      when: (mail) => !isConfidential(mail.template) && !['queued', 'sending'].includes(mail.state),
      whyNot: ({ template }) =>
        `messaging.admin.mails.said.${isConfidential(template) ? 'confidential' : 'on_its_way'}`,
      async run({ record, viewer }) {
        const sent = await transaction((trx) => resendMail(trx, record, viewer.actor))
        return sent.ok
          ? { ok: true, notice: 'messaging.admin.mails.said.resent' }
          : { ok: false, reason: `messaging.admin.mails.said.${sent.reason}` }
      },
    },
  ],
})

function recipientOf({ toAddress, toName }: OutboxMail) {
  return toName ? { text: toAddress, note: toName } : toAddress
}

export function templateOf({ template }: OutboxMail, viewer: Viewer): string {
  return mailName(template, viewer)
}

function stateOf({ state }: OutboxMail, viewer: Viewer) {
  return stateCell(STATES[state], viewer.t(`messaging.states.${state}`))
}

async function preview(mail: OutboxMail) {
  const rendered = await renderMail(mail)
  if (!rendered.ok) return { subject: null, reason: rendered.reason }
  const { subject, files, invite } = rendered.mail
  return {
    subject,
    files: [...files.map(({ filename }) => filename), ...(invite ? ['invite.ics'] : [])],
    src: urlFor('messaging.mails.preview', { id: mail.id }),
  }
}
