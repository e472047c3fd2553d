import type { HttpContext } from '@adonisjs/core/http'
import { Exception } from '@adonisjs/core/exceptions'
import { redirectWith, renderPanel, viewerOf, type Viewer } from '#core/admin'
import { registry, urlFor } from '#core/platform'
import { pluginNames } from '#app/platform/admin/plugin_words'
import { presentPluginPage } from '#app/platform/admin/present_plugin'
import { presentPlugins } from '#app/platform/admin/present_plugins'
import { restingWork } from '#app/platform/admin/resting_work'
import { switchPlugin } from '#app/platform/admin/switch_plugin'

/** Which plugins are installed, what each of them brings, and its switch. */
export default class PluginsController {
  async index(ctx: HttpContext) {
    const page = await presentPlugins(await viewerOf(ctx))
    return renderPanel(ctx, 'admin/platform/plugins', { title: page.title, page })
  }

  async show(ctx: HttpContext) {
    const page = await presentPluginPage(installed(ctx), await viewerOf(ctx))
    return renderPanel(ctx, 'admin/platform/plugin', { title: page.title, page })
  }

  async update(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const { id } = installed(ctx)
    const word = ctx.request.input('enabled') === 'yes' ? 'enabled' : 'disabled'
    if (word === 'disabled' && (await mustBeAsked(ctx, viewer, id))) {
      return ctx.response.redirect().status(303).toPath(urlFor('platform.plugin', { id }))
    }
    const result = await switchPlugin(id, word === 'enabled', viewer.actor)
    const text = result.ok ? said(viewer, word, [id]) : said(viewer, result.reason, result.plugins)
    redirectWith(ctx, urlFor('platform.plugins'), { tone: result.ok ? 'success' : 'warning', text })
  }
}

function installed({ params }: HttpContext) {
  const plugin = registry.plugins.find(({ id }) => id === params.id)
  if (!plugin) throw new Exception('No such plugin', { status: 404 })
  return plugin
}

/** Who switches off what others wait for has read on its page what will rest. */
async function mustBeAsked({ request }: HttpContext, viewer: Viewer, id: string) {
  return request.input('asked') !== 'yes' && (await restingWork(id, viewer)).length > 0
}

const said = (viewer: Viewer, word: string, plugins: string[]) =>
  viewer.t(`platform.admin.plugins.said.${word}`, { plugins: pluginNames(plugins, viewer) })
