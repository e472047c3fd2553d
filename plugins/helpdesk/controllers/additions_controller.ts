import type { HttpContext } from '@adonisjs/core/http'
import { throttle } from '#core/web'
import { AddToTicket } from '#plugins/helpdesk/actions/add_to_ticket'
import { stateAfter } from '#plugins/helpdesk/domain/ticket_states'
import { WRITE_LIMIT } from '#plugins/helpdesk/limits'
import type { Ticket } from '#plugins/helpdesk/models/ticket'
import {
  customerActor,
  leadBack,
  leadToTicket,
  ticketOf,
} from '#plugins/helpdesk/presenters/own_ticket'
import { readStep } from '#plugins/helpdesk/presenters/read_step'
import { refusalText } from '#plugins/helpdesk/presenters/sent_files'
import { renderStep, type StepForm } from '#plugins/helpdesk/presenters/step_page'
import { renderRefused } from '#plugins/helpdesk/presenters/step_refused'

/** To a question it is the answer. */
const formOf = ({ state }: Ticket): StepForm => ({
  step: state === 'waiting_customer' ? 'reply' : 'addition',
  route: 'additions',
  needs: 'text_or_file',
})

/** H4, H5, the pen: information and files are added; nothing that stands is changed. */
export default class AdditionsController {
  async create(ctx: HttpContext) {
    const ticket = await ticketOf(ctx)
    if (!stateAfter(ticket.state, 'add', 'customer')) return leadBack(ctx, ticket)
    return renderStep(ctx, ticket, formOf(ticket))
  }

  async store(ctx: HttpContext) {
    const by = customerActor(ctx)
    const ticket = await ticketOf(ctx)
    await throttle(ctx, WRITE_LIMIT, { key: String(by.id) })
    const read = await readStep(ctx, formOf(ticket))
    if (Object.keys(read.errors).length > 0) return renderStep(ctx, ticket, formOf(ticket), read)
    const { formKey, text } = read
    const files = read.files.map(({ id }) => id)
    const added = await new AddToTicket().handle({ formKey, ticketId: ticket.id, text, files, by })
    if (added.ok) return leadToTicket(ctx, ticket, 'added')
    if (!('limits' in added)) return renderRefused(ctx, { step: 'add', text })
    const errors = { files: refusalText(ctx, added) }
    return renderStep(ctx, ticket, formOf(ticket), { ...read, files: [], errors })
  }
}
