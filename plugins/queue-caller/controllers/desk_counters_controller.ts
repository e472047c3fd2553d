import type { HttpContext } from '@adonisjs/core/http'
import { visibleLocationIds } from '#core/accounts'
import { renderPanel, viewerOf } from '#core/admin'
import { randomId, urlFor } from '#core/platform'
import { locationOf } from '#plugins/queue-caller/controllers/at_counter'
import { presentChoice } from '#plugins/queue-caller/presenters/choose_counter'
import { presentCounter } from '#plugins/queue-caller/presenters/counter'
import { presentSaid } from '#plugins/queue-caller/presenters/said'
import type { Shown } from '#plugins/queue-caller/presenters/waiting_rows'
import { deskFacts } from '#plugins/queue-caller/queries/desk_facts'
import { countersOf } from '#plugins/queue-caller/queries/lines'
import { locationsWithLines } from '#plugins/queue-caller/queries/locations_with_lines'
import { seats, type Seat } from '#plugins/queue-caller/queries/seats'

/** Q6: the page at which staff call, serve and send on. */
export default class DeskCountersController {
  async show(ctx: HttpContext) {
    const user = ctx.auth.use('web').getUserOrFail()
    const reach = await visibleLocationIds(user)
    const places = (await locationsWithLines()).filter(({ id }) => !reach || reach.includes(id))
    const taken = await seats({ locationIds: places.map(({ id }) => id), userId: user.id })
    const own = taken.find(({ userId }) => userId === user.id)
    if (!own || (reach && !reach.includes(own.locationId))) return this.#choose(ctx, taken)
    const viewer = await viewerOf(ctx)
    const facts = await deskFacts(own, await locationOf(own), taken)
    const page = presentCounter(facts, viewer, shownIn(ctx, facts.lines))
    return renderPanel(ctx, 'queue_caller::admin/counter', {
      title: viewer.t('queue-caller.admin.counter.title'),
      page: { ...page, ...this.#carried(ctx) },
      said: presentSaid(ctx.request.qs(), viewer),
    })
  }

  /** Nobody is called before it is known where they are served. */
  async #choose(ctx: HttpContext, taken: readonly Seat[]) {
    const viewer = await viewerOf(ctx)
    const { locationIds, t } = viewer
    const places = (await locationsWithLines()).filter(
      (one) => locationIds?.includes(one.id) ?? true
    )
    const choices = []
    for (const place of places) {
      choices.push({ place, counters: await countersOf(place.id), taken })
    }
    return renderPanel(ctx, 'queue_caller::admin/choose', {
      title: t('queue-caller.admin.counter.title'),
      places: presentChoice(choices, viewer),
      action: urlFor('queue-caller.desk_sessions.store'),
      page: this.#carried(ctx),
      said: presentSaid(ctx.request.qs(), viewer),
    })
  }

  #carried = ({ auth }: HttpContext) => ({
    formKey: randomId(),
    hasKeys: auth.use('web').getUserOrFail().singleKeys,
  })
}

/** What the address asks for; a line only if it is one of this place. */
function shownIn({ request }: HttpContext, lines: readonly { id: number }[]): Shown {
  const { line, all } = request.qs()
  return { lineId: lines.find(({ id }) => String(id) === line)?.id ?? null, all: all === 'yes' }
}
