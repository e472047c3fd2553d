import type { HttpContext } from '@adonisjs/core/http'
import { redirectWith, renderPanel, viewerOf, type Viewer } from '#core/admin'
import { urlFor } from '#core/platform'
import { rewordMail } from '#app/messaging/actions/reword_mail'
import { mailTexts } from '#app/messaging/queries/mail_texts'
import { ownTextsRow } from '#app/messaging/queries/own_texts'
import { presentTemplate } from '#app/messaging/admin/present_template'
import { presentTemplates } from '#app/messaging/admin/present_templates'
import { readOwnTexts } from '#app/messaging/admin/read_own_texts'
import { templateAddress, type TemplateAddress } from '#app/messaging/admin/template_address'

/** Every mail that leaves this house: how it looks, and how the operator words it. */
export default class TemplatesController {
  async index(ctx: HttpContext) {
    const page = await presentTemplates(await viewerOf(ctx))
    return renderPanel(ctx, 'admin/messaging/templates', { title: page.title, page })
  }

  async show(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    return this.#page(ctx, viewer, await templateAddress(ctx, viewer))
  }

  async update(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const at = await templateAddress(ctx, viewer)
    const { definition, locale } = at
    const body = ctx.request.body()
    const parts = await mailTexts(definition, locale)
    const typed = body.restore === 'yes' ? {} : body.own
    const { texts, errors } = readOwnTexts(parts, typed, { locale, viewer })
    if (Object.keys(errors).length > 0) {
      ctx.response.status(422)
      return this.#page(ctx, viewer, at, { errors, typed })
    }
    const { actor } = viewer
    const seen = Number(body.version)
    const saved = await rewordMail({ template: definition.id, locale, texts, seen, actor })
    if (!saved.ok) {
      const conflict = (await ownTextsRow(definition.id, locale))?.texts ?? {}
      ctx.response.status(409)
      return this.#page(ctx, viewer, at, { typed, conflict })
    }
    const to = urlFor('messaging.template', { template: definition.id }, { language: locale })
    redirectWith(ctx, to, { tone: 'success', text: viewer.t('admin.form.saved') })
  }

  async #page(ctx: HttpContext, viewer: Viewer, at: TemplateAddress, entered: object = {}) {
    const { definition, locale } = at
    const parts = await mailTexts(definition, locale)
    const row = await ownTextsRow(definition.id, locale)
    const page = await presentTemplate(at, { parts, row }, viewer, entered)
    const { title, offers: pageActions, conflict } = page
    const form = { conflict }
    return renderPanel(ctx, 'admin/messaging/template', { title, pageActions, page, form })
  }
}
