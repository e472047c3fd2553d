import edge from 'edge.js'
import type { HttpContext } from '@adonisjs/core/http'
import { contributions, errorRecord } from '#core/platform'
import type { Viewer, Widget } from '#app/admin/definition'

export type ShownWidget = { id: string; wide: boolean; html: object | null }

/**
 * The widgets that this person may see, rendered one by one: a plugin's widget that fails is
 * replaced by a sentence and takes nothing else with it.
 */
export async function presentWidgets(ctx: HttpContext, viewer: Viewer): Promise<ShownWidget[]> {
  const all = (await contributions('admin')).flatMap(({ value }) => value.widgets ?? [])
  const allowed = all.filter(({ permission }) => viewer.can(permission))
  const shown = []
  for (const widget of allowed) shown.push(await presentWidget(ctx, widget, viewer))
  return shown.filter((widget) => widget !== null)
}

async function presentWidget(
  ctx: HttpContext,
  { id, view, wide = false, data }: Widget,
  viewer: Viewer
): Promise<ShownWidget | null> {
  try {
    const content = await data(viewer)
    if (!content) return null
    // What a view has rendered is escaped already.
    const html = edge.globals.html.safe(await ctx.view.render(view, content)) as object
    return { id, wide, html }
  } catch (error) {
    ctx.logger.error({ error: errorRecord(error) }, 'Widget %s failed', id)
    return { id, wide, html: null }
  }
}
