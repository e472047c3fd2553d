import type { HttpContext } from '@adonisjs/core/http'
import { clock } from '#core/platform'
import { setting } from '#core/settings'
import { throttle } from '#core/web'
import { ReopenTicket } from '#plugins/helpdesk/actions/reopen_ticket'
import { WRITE_LIMIT } from '#plugins/helpdesk/limits'
import { ownSteps } from '#plugins/helpdesk/presenters/own_steps'
import {
  customerActor,
  leadBack,
  leadToTicket,
  ticketOf,
} from '#plugins/helpdesk/presenters/own_ticket'
import { readStep } from '#plugins/helpdesk/presenters/read_step'
import { renderStep, type StepForm } from '#plugins/helpdesk/presenters/step_page'
import { renderRefused } from '#plugins/helpdesk/presenters/step_refused'
import { reopenWithin } from '#plugins/helpdesk/settings'

const FORM: StepForm = { step: 'reopening', route: 'reopenings', needs: 'text' }

/** H6: a closed ticket goes on, as long as it may; the words say why. */
export default class ReopeningsController {
  async create(ctx: HttpContext) {
    const ticket = await ticketOf(ctx)
    const steps = ownSteps(ticket, await setting(reopenWithin), clock.now())
    return steps.reopen ? renderStep(ctx, ticket, FORM) : leadBack(ctx, ticket)
  }

  async store(ctx: HttpContext) {
    const by = customerActor(ctx)
    const ticket = await ticketOf(ctx)
    await throttle(ctx, WRITE_LIMIT, { key: String(by.id) })
    const read = await readStep(ctx, FORM)
    if (Object.keys(read.errors).length > 0) return renderStep(ctx, ticket, FORM, read)
    const given = { ticketId: ticket.id, step: 'reopen', text: read.text, by } as const
    const stepped = await new ReopenTicket().handle(given)
    if (stepped.ok) return leadToTicket(ctx, ticket, 'reopened')
    return renderRefused(ctx, given)
  }
}
