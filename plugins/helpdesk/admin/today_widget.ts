import { listChannel, widget } from '#core/admin'
import { urlFor } from '#core/platform'
import { INBOX } from '#plugins/helpdesk/inbox'
import { INBOX_PARTS, inboxCounts } from '#plugins/helpdesk/queries/inbox_counts'

/** What waits for this person, for anybody, and for the clock; live. */
export const todayWidget = widget({
  id: 'helpdesk.today',
  permission: 'helpdesk.view',
  view: 'helpdesk::widgets/inbox',
  async data({ user, now, t }) {
    const counts = await inboxCounts(user.id, now)
    return {
      channel: listChannel(INBOX),
      list: urlFor('helpdesk.tickets.index'),
      parts: INBOX_PARTS.map((tab) => ({
        label: t(`helpdesk.admin.tickets.tabs.${tab}`),
        count: t('helpdesk.desk.tickets', { count: counts[tab] }),
        href: urlFor('helpdesk.tickets.index', {}, { tab }),
      })),
    }
  },
})
