import type { HttpContext } from '@adonisjs/core/http'
import { formFor, presentFields, presentFileFields } from '#core/forms'
import { translated } from '#core/organisation'
import { randomId, urlFor } from '#core/platform'
import { filledFormFiles } from '#plugins/shop-quotes/files'
import type { ShopService } from '#plugins/shop-quotes/models/shop_service'
import { presentBar } from '#plugins/shop-quotes/presenters/bar'
import { cartCounts } from '#plugins/shop-quotes/presenters/cart_counts'
import { cartHref } from '#plugins/shop-quotes/presenters/cart_page'
import { presentPrice } from '#plugins/shop-quotes/presenters/price'
import type { ReadForm } from '#plugins/shop-quotes/presenters/read_line'
import type { ReadLine } from '#plugins/shop-quotes/queries/cart_lines'
import type { ShopToday } from '#plugins/shop-quotes/queries/shop_today'

type Shown = {
  shop: ShopToday
  service: ShopService
  /** The line that is corrected; none for a new one. */
  line?: ReadLine
  refused?: ReadForm
  /** 422 when something is wrong with what was sent, 409 when somebody was faster. */
  status?: 422 | 409
}

/** S2, S6: the form of a service, with what was entered and what was wrong with it. */
export async function renderLineForm(ctx: HttpContext, shown: Shown) {
  const { service, line, refused, status = refused ? 422 : 200 } = shown
  const { i18n, locale } = ctx
  const kind = service.priceMode === 'fixed' ? 'buy' : 'quote'
  const step = line ? 'edit' : kind
  ctx.response.status(status)
  if (status === 409) {
    ctx.notices.push({ tone: 'warning', text: i18n.t('shop-quotes.cart.errors.changed') })
  }
  return ctx.view.render('shop_quotes::pages/line_form', {
    title: translated(service.name, locale),
    lead: i18n.t(`shop-quotes.cart.form.leads.${step}`),
    back: backOf(ctx, shown, kind),
    price: presentPrice(ctx, service, shown.shop),
    bar: presentBar(
      ctx,
      line ? (kind === 'buy' ? 'cart' : 'quote_cart') : null,
      await cartCounts(ctx)
    ),
    ...targetOf(shown),
    ...(await presentQuestions(ctx, shown)),
    quantity: refused?.typedQuantity ?? line?.quantity ?? 1,
    most: service.most,
    asksMany: service.most > 1,
    go: i18n.t(`shop-quotes.cart.form.go.${step}`),
    errors: refused?.errors ?? {},
  })
}

/** Where it is sent, and what it carries along. */
function targetOf({ service: { slug }, line }: Shown) {
  if (!line) {
    const action = urlFor('shop-quotes.lines.store', { slug })
    return { action, hidden: { form_key: randomId() } }
  }
  const { publicId: id, version: seen } = line.line
  return { action: urlFor('shop-quotes.lines.update', { id }), hidden: { seen } }
}

function backOf({ i18n, locale }: HttpContext, { service, line }: Shown, kind: 'buy' | 'quote') {
  if (line) return { href: cartHref(kind), label: i18n.t(`shop-quotes.cart.titles.${kind}`) }
  const href = urlFor('shop-quotes.catalogue.services.show', { slug: service.slug })
  return { href, label: translated(service.name, locale) }
}

/** The form as it is now; what was answered to an earlier version of it is kept by its questions. */
async function presentQuestions({ locale }: HttpContext, { service, line, refused }: Shown) {
  const form = refused ? refused.form : service.formId && (await formFor(service.formId))
  const answers = refused?.answers ?? line?.form?.answers ?? {}
  const questions = form ? form.fields : []
  const fields = presentFields(questions, answers, refused?.answerErrors ?? {}, locale)
  const recordId = line?.form?.id ?? null
  const isUpload = questions.some(({ kind }) => kind === 'file')
  return {
    fields: await presentFileFields(fields, { use: filledFormFiles, answers, locale, recordId }),
    enctype: isUpload ? 'multipart/form-data' : 'application/x-www-form-urlencoded',
  }
}
