import type { HttpContext } from '@adonisjs/core/http'
import { redirectWith, renderPanel, viewerOf, type Viewer } from '#core/admin'
import { urlFor } from '#core/platform'
import { switchPlugin } from '#app/platform/admin/switch_plugin'
import { pluginNames, presentPlugins } from '#app/platform/admin/present_plugins'

/** Which plugins are installed, and the switch of each. */
export default class PluginsController {
  async index(ctx: HttpContext) {
    const page = await presentPlugins(await viewerOf(ctx))
    return renderPanel(ctx, 'admin/platform/plugins', { title: page.title, page })
  }

  async update(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const id = String(ctx.params.id)
    const word = ctx.request.input('enabled') === 'yes' ? 'enabled' : 'disabled'
    const result = await switchPlugin(id, word === 'enabled', viewer.actor)
    const text = result.ok ? said(viewer, word, [id]) : said(viewer, result.reason, result.plugins)
    redirectWith(ctx, urlFor('platform.plugins'), { tone: result.ok ? 'success' : 'warning', text })
  }
}

const said = (viewer: Viewer, word: string, plugins: string[]) =>
  viewer.t(`platform.admin.plugins.said.${word}`, { plugins: pluginNames(plugins, viewer) })
