import type { HttpContext } from '@adonisjs/core/http'
import { assertVisible, mayVisit } from '#core/accounts'
import { noSuchRecord, viewerOf } from '#core/admin'
import { Location } from '#core/organisation'
import { keptRows, randomId, urlFor } from '#core/platform'
import { doOnce } from '#core/web'
import type { Counter } from '#plugins/queue-caller/models/counter'
import type { CounterSession } from '#plugins/queue-caller/models/counter_session'
import { Ticket } from '#plugins/queue-caller/models/ticket'
import { sessionOf } from '#plugins/queue-caller/queries/sessions'
import { deskFormValidator } from '#plugins/queue-caller/validators/desk'

/** What became of a click: a word that the page puts into a sentence, with the number it is about. */
export type Said = { ok: boolean; word: string; code?: string }

export const done = (word: string, code?: string): Said => ({ ok: true, word, code })
export const refused = (word: string, code?: string): Said => ({ ok: false, word, code })

export type AtCounter = { session: CounterSession & { counter: Counter }; location: Location }

/** Where the member of staff sits, at a location within their reach; null while nowhere. */
export async function atCounter({ auth }: HttpContext): Promise<AtCounter | null> {
  const user = auth.use('web').getUserOrFail()
  const session = await sessionOf(user.id)
  if (!session || !(await mayVisit(user, session.counter.locationId))) return null
  const location = await locationOf(session.counter)
  return { session: session as AtCounter['session'], location }
}

export async function locationOf({ locationId }: { locationId: number }): Promise<Location> {
  const location = (await keptRows(Location)).find(({ id }) => id === locationId)
  return location ?? (await Location.findOrFail(locationId))
}

/** The ticket of the address; one of a location out of reach is a 404. */
export async function ticketIn(ctx: HttpContext, id: unknown = ctx.params.id): Promise<Ticket> {
  const isId = /^\d{1,9}$/.test(String(id))
  const ticket = isId ? await Ticket.find(Number(id)) : null
  if (!ticket) throw noSuchRecord(await viewerOf(ctx))
  await assertVisible(ctx.auth.use('web').getUserOrFail(), ticket.locationId)
  return ticket
}

/**
 * Does what a button of the counter asks for, once however often it is pressed (Q6), and leads
 * back to the page, which says what happened and shows how things stand. What it says stands in
 * the address: a part of the page that renews itself meanwhile must not take the news away.
 *
 * @param scope what is done and with what, e.g. `step:12:finish`
 */
export async function answerOnce(
  ctx: HttpContext,
  scope: string,
  work: () => Promise<Said>
): Promise<void> {
  const { form_key: key, ...shown } = await ctx.request.validateUsing(deskFormValidator)
  const { id } = ctx.auth.use('web').getUserOrFail()
  const keep = ({ ok }: Said) => ok
  const said = await doOnce(`queue-caller.${scope}:${id}`, key ?? randomId(), { work, keep })
  leadBack(ctx, said ?? refused('changed'), shown)
}

/** @param shown what the list of the page showed */
export function leadBack(
  ctx: HttpContext,
  { ok, word, code }: Said,
  shown: { line?: number; all?: string } = {}
): void {
  const to = urlFor('queue-caller.counter', {}, { ...shown, [ok ? 'said' : 'refused']: word, code })
  ctx.response.redirect().status(303).toPath(to)
}
