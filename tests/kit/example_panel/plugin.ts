import { column } from '@adonisjs/lucid/orm'
import type { Addition } from '#core/admin'
import { defineEvent, definePlugin, listen, VersionedModel } from '#core/platform'

/** What is known of the warranty of the thing that a ticket is about. */
export class Warranty extends VersionedModel {
  static override table = 'warranty_tickets'

  @column()
  declare ticketId: number

  @column()
  declare state: 'unknown' | 'covered'
}

/** As the helpdesk declares it; a plugin knows of another no more than the names it may rely on. */
const TicketOpened = defineEvent<{ ticketId: number }>('helpdesk.ticket_opened')

const warrantyOf = (ticketId: number) => Warranty.findBy({ ticketId })

const onTickets: Addition = {
  to: 'helpdesk.tickets',
  permission: 'warranty.check',
  panels: [
    {
      id: 'cover',
      view: 'warranty::cover',
      data: async ({ id }) => {
        const warranty = await warrantyOf(id)
        return warranty && { figures: [{ label: 'Warranty', value: warranty.state }] }
      },
    },
  ],
  actions: [
    {
      id: 'check_the_warranty',
      permission: 'warranty.check',
      on: ['row', 'bulk', 'palette', 'command'],
      run: async ({ record: { id } }) => {
        await Warranty.updateOrCreate({ ticketId: id }, { state: 'covered' })
        return { ok: true, notice: 'admin.form.saved' }
      },
    },
  ],
}

/** Adds a panel and an action to the tickets of the helpdesk, which knows nothing of it. */
export default definePlugin({
  id: 'warranty',
  enhances: ['helpdesk'],
  permissions: [{ id: 'warranty.check', roles: ['manager', 'desk'] }],
  admin: { additions: [onTickets] },
  listens: [
    listen(TicketOpened, 'warranty.note_ticket', async ({ ticketId }) => {
      await Warranty.firstOrCreate({ ticketId }, { state: 'unknown' })
    }),
  ],
})
