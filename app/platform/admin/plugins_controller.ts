import type { HttpContext } from '@adonisjs/core/http'
import { redirectWith, renderPanel, viewerOf, type Viewer } from '#core/admin'
import { urlFor } from '#core/platform'
import { switchPlugin, type Switched } from '#app/platform/admin/switch_plugin'
import { presentPlugins } from '#app/platform/admin/present_plugins'

/** Which plugins are installed, and the switch of each. */
export default class PluginsController {
  async index(ctx: HttpContext) {
    const page = await presentPlugins(await viewerOf(ctx))
    return renderPanel(ctx, 'admin/platform/plugins', { title: page.title, page })
  }

  async update(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const enabled = ctx.request.input('enabled') === 'yes'
    const result = await switchPlugin(String(ctx.params.id), enabled, viewer.actor)
    const tone = result.ok ? 'success' : 'warning'
    redirectWith(ctx, urlFor('platform.plugins'), { tone, text: told(result, viewer) })
  }
}

function told(result: Switched, viewer: Viewer): string {
  const word = result.ok ? (result.enabled ? 'enabled' : 'disabled') : result.reason
  const plugins = viewer.formats().list(result.plugins)
  return viewer.t(`platform.admin.plugins.said.${word}`, { plugins })
}
