import type { HttpContext } from '@adonisjs/core/http'
import { throttle } from '#core/web'
import { CancelTicket } from '#plugins/helpdesk/actions/cancel_ticket'
import { isRunning } from '#plugins/helpdesk/domain/ticket_states'
import { WRITE_LIMIT } from '#plugins/helpdesk/limits'
import {
  customerActor,
  leadBack,
  leadToTicket,
  ticketOf,
} from '#plugins/helpdesk/presenters/own_ticket'
import { readStep } from '#plugins/helpdesk/presenters/read_step'
import { renderStep, type StepForm } from '#plugins/helpdesk/presenters/step_page'
import { renderRefused } from '#plugins/helpdesk/presenters/step_refused'

const FORM: StepForm = {
  step: 'cancellation',
  route: 'cancellations',
  needs: 'nothing',
  tone: 'danger',
}

/** It is no longer needed: asked once more, and nobody has to say why. */
export default class CancellationsController {
  async create(ctx: HttpContext) {
    const ticket = await ticketOf(ctx)
    return isRunning(ticket.state) ? renderStep(ctx, ticket, FORM) : leadBack(ctx, ticket)
  }

  async store(ctx: HttpContext) {
    const by = customerActor(ctx)
    const ticket = await ticketOf(ctx)
    await throttle(ctx, WRITE_LIMIT, { key: String(by.id) })
    const read = await readStep(ctx, FORM)
    if (Object.keys(read.errors).length > 0) return renderStep(ctx, ticket, FORM, read)
    const { text } = read
    const stepped = await new CancelTicket().handle({ ticketId: ticket.id, text, by })
    if (stepped.ok) return leadToTicket(ctx, ticket, 'cancelled')
    return renderRefused(ctx, { step: 'cancel', text })
  }
}
