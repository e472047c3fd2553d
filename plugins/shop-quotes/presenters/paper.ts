import i18nManager from '@adonisjs/i18n/services/main'
import { countryName } from '#core/customers'
import { paperPdf, type Paper } from '#core/documents'
import { FORMAT_LOCALES, formats, type Formats, type Locale } from '#core/organisation'
import type { PaperContent, PaperLine } from '#plugins/shop-quotes/domain/papers'
import type { TaxTotal } from '#plugins/shop-quotes/domain/totals'
import type { Document } from '#plugins/shop-quotes/models/document'
import { billingLines, billingNumbers } from '#plugins/shop-quotes/presenters/billing_lines'

type Words = (key: string, values?: Record<string, unknown>) => string
type Reader = { t: Words; locale: Locale; write: Formats }

/** In the language of the order, whoever reads it: a paper says the same to everybody. */
function readerOf({ locale }: Document): Reader {
  const i18n = i18nManager.locale(locale)
  const t: Words = (key, values) => i18n.t(key, values)
  // A paper has days and no times, so no zone matters.
  return { t, locale, write: formats(locale, 'UTC') }
}

/** The paper as a PDF; the same paper gives the same bytes for good. */
export async function paperFile(document: Document): Promise<{ name: string; content: Buffer }> {
  const { number, locale, content, kind, createdAt } = document
  const { t } = readerOf(document)
  const made = {
    title: [t(`shop-quotes.documents.kinds.${kind}`), number].join(' '),
    language: FORMAT_LOCALES[locale],
    organisation: content.seller.name,
    at: createdAt,
    pageWords: (nth: number, of: number) => t('shop-quotes.documents.page', { nth, of }),
  }
  return { name: `${number}.pdf`, content: await paperPdf(presentPaper(document), made) }
}

/** What is printed, out of what was kept when it was issued. */
export function presentPaper(document: Document): Paper {
  const { kind, number, content } = document
  const reader = readerOf(document)
  const { t } = reader
  return {
    kind: t(`shop-quotes.documents.kinds.${kind}`),
    number,
    facts: factsOf(document, reader),
    parties: [sellerOf(content, reader), buyerOf(content, reader)],
    intro: t(`shop-quotes.documents.intros.${kind}`),
    table: tableOf(content, reader),
    totals: totalsOf(content, reader),
    notes: notesOf(document, reader),
  }
}

function factsOf({ issuedOn, content }: Document, { t, write }: Reader) {
  const { order, corrects } = content
  return [
    { label: t('shop-quotes.documents.facts.issued_on'), text: write.dayDate(issuedOn) },
    { label: t('shop-quotes.documents.facts.order'), text: order.number },
    { label: t('shop-quotes.documents.facts.placed_on'), text: write.dayDate(order.placedOn) },
    { label: t('shop-quotes.documents.facts.reference'), text: order.reference },
    ...(corrects
      ? [{ label: t('shop-quotes.documents.facts.corrects'), text: corrects.number }]
      : []),
  ]
}

function sellerOf({ seller }: PaperContent, { t, locale }: Reader) {
  const { name, address, country, taxId } = seller
  const place = [...address.split('\n'), countryName(country, locale)]
  const numbers = taxId ? [t('shop-quotes.documents.tax_id', { number: taxId })] : []
  return {
    title: t('shop-quotes.documents.seller'),
    lines: [name, ...place, ...numbers].filter(Boolean),
  }
}

function buyerOf({ buyer }: PaperContent, { t, locale }: Reader) {
  const numbers = billingNumbers(buyer).map(
    ({ field, text }) => `${t(`shop-quotes.documents.numbers.${field}`)}: ${text}`
  )
  return {
    title: t('shop-quotes.documents.buyer'),
    lines: [...billingLines(buyer, locale), ...numbers],
  }
}

function tableOf(content: PaperContent, reader: Reader) {
  const { t, write } = reader
  const { currency, lines, order, totalMinor } = content
  const figure = { align: 'end' } as const
  const amount = write.money(totalMinor, currency)
  const whole = {
    cells: [t('shop-quotes.documents.whole', { order: order.number }), '', '', '', amount],
  }
  return {
    columns: [
      { title: t('shop-quotes.documents.columns.name'), share: 0.42 },
      { title: t('shop-quotes.documents.columns.quantity'), share: 0.12, ...figure },
      { title: t('shop-quotes.documents.columns.price'), share: 0.17, ...figure },
      { title: t('shop-quotes.documents.columns.vat'), share: 0.12, ...figure },
      { title: t('shop-quotes.documents.columns.amount'), share: 0.17, ...figure },
    ],
    rows: lines.length > 0 ? lines.map((line) => rowOf(line, currency, reader)) : [whole],
  }
}

function rowOf(line: PaperLine, currency: string, { t, write }: Reader) {
  const { name, quantity, unitPriceMinor, basis, discountBp, rateBp, amountMinor } = line
  const money = (minor: number) => write.money(minor, currency)
  const percent = (bp: number) =>
    t('shop-quotes.documents.percent', { figure: write.number(bp / 100) })
  const discount =
    discountBp > 0 ? t('shop-quotes.documents.discount', { percent: percent(discountBp) }) : ''
  return {
    cells: [
      ...[name, write.number(Number(quantity)), money(unitPriceMinor), percent(rateBp)],
      money(amountMinor),
    ],
    note: [t(`shop-quotes.documents.bases.${basis}`), discount].filter(Boolean).join(' · '),
  }
}

function totalsOf(content: PaperContent, { t, write }: Reader) {
  const { currency, netMinor, roundingMinor, totalMinor, taxes } = content
  const money = (minor: number) => write.money(minor, currency)
  const percent = (bp: number) =>
    t('shop-quotes.documents.percent', { figure: write.number(bp / 100) })
  const discount = {
    label: t('shop-quotes.quotes.offer.whole_discount'),
    text: percent(content.wholeDiscountBp ?? 0),
  }
  const rounding = { label: t('shop-quotes.documents.rounding'), text: money(roundingMinor) }
  return [
    ...(content.wholeDiscountBp ? [discount] : []),
    { label: t('shop-quotes.documents.net'), text: money(netMinor) },
    ...taxes.map((tax) => ({
      label: taxText(tax, currency, { t, write }),
      text: money(tax.taxMinor),
    })),
    ...(roundingMinor === 0 ? [] : [rounding]),
    { label: t('shop-quotes.documents.total'), text: money(totalMinor), strong: true },
  ]
}

function taxText(tax: TaxTotal, currency: string, { t, write }: Pick<Reader, 't' | 'write'>) {
  const rate = t('shop-quotes.documents.percent', { figure: write.number(tax.rateBp / 100) })
  return t('shop-quotes.documents.vat', { rate, base: write.money(tax.netMinor, currency) })
}

function notesOf({ kind, content }: Document, { t, write }: Reader): Paper['notes'] {
  const { currency, money, taxes, corrects } = content
  const moved = money.map(({ day, method, amountMinor }) =>
    t(`shop-quotes.documents.moved.${kind}`, {
      amount: write.money(amountMinor, currency),
      day: day && write.dayDate(day),
      method: t(`shop-quotes.documents.methods.${method}`),
    })
  )
  const rules = taxes.flatMap(({ exemption }) => (exemption ? [{ text: exemption }] : []))
  const reason = corrects?.reason
    ? [{ title: t('shop-quotes.documents.reason'), text: corrects.reason }]
    : []
  return [
    { text: moved.join('\n') },
    ...rules,
    ...reason,
    { text: t(`shop-quotes.documents.remarks.${kind}`) },
  ]
}
