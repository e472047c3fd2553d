import type { HttpContext } from '@adonisjs/core/http'
import { decimalInput, decimalsOf, FORMAT_LOCALES, translatedIn } from '#core/organisation'
import { MOST_LINES, type Draft } from '#plugins/shop-quotes/domain/draft'
import type { QuoteTemplate } from '#plugins/shop-quotes/models/quote_template'
import { offerLinesOf, type DraftGround } from '#plugins/shop-quotes/presenters/draft_page'
import { serviceLine } from '#plugins/shop-quotes/presenters/draft_start'
import { presentDifferences } from '#plugins/shop-quotes/presenters/offer_differences'
import {
  EMPTY_LINE,
  quantityInput,
  rearranged,
  type TypedDraft,
  type TypedLine,
} from '#plugins/shop-quotes/presenters/typed_draft'

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Which button was pressed; the key Enter keeps the draft. */
export const commanded = ({ request }: HttpContext): string =>
  textOf((request.body() as Record<string, unknown>).do) || 'save'

/** The draft as a button leaves it: a line more or less, in another place, or out of a template. */
export function changedBy(
  ctx: HttpContext,
  ground: DraftGround,
  typed: TypedDraft,
  command: string
): TypedDraft {
  const body: Record<string, unknown> = ctx.request.body()
  if (command === 'use_template') {
    const chosen = ground.templates.find(({ id }) => String(id) === textOf(body.template))
    return chosen ? withTemplate(ground, typed, chosen) : typed
  }
  if (command !== 'add_service') return { ...typed, lines: rearranged(typed.lines, command) }
  const service = ground.services.find(({ id }) => String(id) === textOf(body.service))
  if (!service) return typed
  const { quote, day, locale } = ground
  const line = serviceLine(service, { quote, currency: day.currency, locale })
  return { ...typed, lines: [...typed.lines, line].slice(0, MOST_LINES) }
}

/** Words and lines of a template after what is there already. */
function withTemplate(ground: DraftGround, typed: TypedDraft, template: QuoteTemplate): TypedDraft {
  const { locale } = ground.quote
  const joined = (before: string, more: Parameters<typeof translatedIn>[0]) =>
    [before.trimEnd(), translatedIn(more, locale, locale)].filter(Boolean).join('\n\n')
  return {
    ...typed,
    intro: joined(typed.intro, template.intro),
    conditions: joined(typed.conditions, template.conditions),
    lines: [...typed.lines, ...templateLines(ground, template)].slice(0, MOST_LINES),
  }
}

function templateLines({ quote, viewer, day }: DraftGround, template: QuoteTemplate): TypedLine[] {
  const tag = FORMAT_LOCALES[viewer.locale]
  const decimals = decimalsOf(day.currency)
  return template.lines.map(({ description, quantity, priceMinor, basis, taxClass, optional }) => ({
    ...{ ...EMPTY_LINE, basis, tax: taxClass, optional: optional ? 'on' : '' },
    description: translatedIn(description, quote.locale, quote.locale),
    quantity: quantityInput(String(quantity), tag),
    price: decimalInput(priceMinor, { tag, decimals }),
  }))
}

/** Somebody else kept the draft meanwhile: what differs there, and the next try goes by it. */
export function othersIn(ground: DraftGround, typed: TypedDraft, draft: Draft) {
  const { viewer, versions, day } = ground
  const stored = versions.find(({ version }) => version.digest === null)
  if (!stored) return { typed: { ...typed, seen: '0' }, others: [] }
  const reader = { t: viewer.t, formats: viewer.formats() }
  const mine = offerLinesOf(draft, ground) ?? []
  const changes = presentDifferences(reader, day.currency, mine, stored.lines)
  const { version } = stored
  const say = (field: string, text: string) =>
    viewer.t('shop-quotes.quotes.desk.draft.other_value', {
      ...{ field: viewer.t(`shop-quotes.quotes.desk.draft.fields.${field}`), text },
    })
  const others = [
    ...(version.intro === draft.intro ? [] : [say('intro', version.intro ?? '–')]),
    ...(version.conditions === draft.conditions
      ? []
      : [say('conditions', version.conditions ?? '–')]),
    ...(version.lastDay === draft.lastDay
      ? []
      : [say('last_day', reader.formats.dayDate(version.lastDay))]),
    ...changes,
  ]
  return { typed: { ...typed, seen: String(version.version) }, others }
}
