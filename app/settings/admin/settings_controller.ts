import type { HttpContext } from '@adonisjs/core/http'
import { Exception } from '@adonisjs/core/exceptions'
import { redirectWith, renderPanel, viewerOf, type Viewer } from '#core/admin'
import { urlFor } from '#core/platform'
import { changeSettings } from '#app/settings/actions/change_settings'
import { settingStates } from '#app/settings/queries/setting_catalogue'
import { settingsAddress } from '#app/settings/admin/settings_address'
import {
  closedFor,
  presentSettings,
  type Entered,
  type SettingsAddress,
} from '#app/settings/admin/present_settings'
import { readChanges } from '#app/settings/admin/read_changes'

/** All typed settings of one module or plugin, as they were declared. */
export default class SettingsController {
  async index(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const { owner, location } = ctx.request.qs()
    return renderSettings(ctx, viewer, await settingsAddress(viewer, { owner, location }), {})
  }

  async update(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const body = ctx.request.body()
    const at = await settingsAddress(viewer, { ...ctx.params, location: body.location } as never)
    if ((await closedFor(viewer, at)) === 'rights') {
      throw new Exception('Not for a part of the house', { status: 403 })
    }
    const { owner, location } = at
    const states = await settingStates(location ?? undefined)
    const own = states.filter((state) => state.owner === owner)
    const { changes, errors } = readChanges(own, body, viewer)
    if (Object.keys(errors).length > 0) {
      ctx.response.status(422)
      return renderSettings(ctx, viewer, at, { errors, typed: body })
    }
    const saved = await changeSettings({ changes, location, actor: viewer.actor })
    if (!saved.ok) {
      ctx.response.status(409)
      return renderSettings(ctx, viewer, at, { typed: body, conflicts: saved.conflicts })
    }
    const to = urlFor('settings.settings', {}, { owner, location: location?.id })
    redirectWith(ctx, to, { tone: 'success', text: viewer.t('admin.form.saved') })
  }
}

export async function renderSettings(
  ctx: HttpContext,
  viewer: Viewer,
  at: SettingsAddress,
  entered: Entered
) {
  const page = await presentSettings(viewer, at, entered)
  const { title, offers: pageActions, form } = page
  return renderPanel(ctx, 'admin/settings/page', { title, pageActions, page, form })
}
