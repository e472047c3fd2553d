import { errors as httpErrors, type HttpContext } from '@adonisjs/core/http'
import { viewerOf, type Viewer } from '#core/admin'
import { contributions } from '#core/platform'
import type { SettingsAction } from '#app/settings/page'
import { renderSettings } from '#app/settings/admin/settings_controller'
import { settingsAddress } from '#app/settings/admin/settings_address'
import { fieldName, typedValue } from '#app/settings/admin/typed_value'

type Body = Readonly<Record<string, unknown>>

/** A deed on a page of settings; what came of it stands on the page that answers. */
export default class SettingActionsController {
  async store(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const { owner, action: name } = ctx.params as { owner: string; action: string }
    const at = await settingsAddress(viewer, { owner, location: undefined })
    const action = await declaredAction(`${owner}.${name}`)
    if (!action) throw new httpErrors.E_ROUTE_NOT_FOUND(['POST', ctx.request.url()])
    const typed = ctx.request.body()
    const { values, errors } = readFields(action, typed, viewer)
    const isRefused = Object.keys(errors).length > 0
    if (isRefused) ctx.response.status(422)
    const result = isRefused ? undefined : await action.run(values, viewer)
    return renderSettings(ctx, viewer, at, {
      errors,
      ran: { id: action.id, typed, errors, result },
    })
  }
}

async function declaredAction(id: string): Promise<SettingsAction | undefined> {
  const pages = await contributions('settingsPage')
  return pages.flatMap(({ value }) => value.actions ?? []).find((action) => action.id === id)
}

function readFields({ fields }: SettingsAction, body: Body, viewer: Viewer) {
  const values: Record<string, unknown> = {}
  const errors: Record<string, string> = {}
  for (const definition of fields) {
    const parsed = definition.parse(typedValue(definition.field, body[fieldName(definition)]))
    if (parsed.ok) values[definition.key] = parsed.value
    else {
      const sentence = viewer.t(`settings.errors.${parsed.reason}`, { ...parsed.limits })
      errors[fieldName(definition)] = sentence
    }
  }
  return { values, errors }
}
