import { paperPdf } from '#core/documents'
import { currentOrganisation, FORMAT_LOCALES, type Locale } from '#core/organisation'
import { clock } from '#core/platform'
import { setting } from '#core/settings'
import { presentOffer, type OfferReader } from '#plugins/shop-quotes/presenters/offer'
import type { Quote } from '#plugins/shop-quotes/models/quote'
import type { OfferedVersion } from '#plugins/shop-quotes/queries/offered_versions'
import { sellerAddress, sellerName, sellerTaxId } from '#plugins/shop-quotes/settings'

const KEY = 'shop-quotes.quotes'

type Paper = { quote: Quote; shown: OfferedVersion; customer: string; locale: Locale }

/** An offer on A4, as it was sent. */
export async function quotePdf(reader: OfferReader, paper: Paper): Promise<Buffer> {
  const { quote, shown, locale } = paper
  const { t } = reader
  const { name } = await currentOrganisation()
  const organisation = (await setting(sellerName)) || name
  const content = await contentOf(reader, paper, organisation)
  return paperPdf(content, {
    title: t(`${KEY}.page.title`, { number: quote.number }),
    language: FORMAT_LOCALES[locale],
    organisation,
    at: shown.version.sentAt ?? clock.now(),
    pageWords: (nth, of) => t(`${KEY}.paper.page`, { nth, of }),
  })
}

async function contentOf(
  reader: OfferReader,
  { quote, shown, customer }: Paper,
  organisation: string
) {
  const { t, formats } = reader
  const offer = presentOffer(reader, shown, quote.acceptance?.chosen)
  const seller = [organisation, await setting(sellerAddress), await setting(sellerTaxId)]
  const fact = (field: string, text: string) => ({ label: t(`${KEY}.fields.${field}`), text })
  return {
    kind: t(`${KEY}.one`),
    number: quote.number,
    facts: [
      fact('version', String(offer.number)),
      ...(shown.version.sentAt ? [fact('sent', formats.date(shown.version.sentAt))] : []),
      fact('last_day', offer.until),
    ],
    parties: [
      { title: t(`${KEY}.paper.from`), lines: seller.filter(Boolean) },
      { title: t(`${KEY}.paper.to`), lines: [customer] },
    ],
    intro: offer.intro,
    table: tableOf(reader, offer),
    totals: offer.totals,
    notes: [
      ...(offer.conditions
        ? [{ title: t(`${KEY}.offer.conditions`), text: offer.conditions }]
        : []),
      { text: t(`${KEY}.paper.no_invoice`) },
    ],
  }
}

function tableOf({ t }: OfferReader, { lines }: ReturnType<typeof presentOffer>) {
  const column = (name: string, share: number, align?: 'end') => ({
    ...{ title: t(`${KEY}.offer.columns.${name}`), share, align },
  })
  return {
    columns: [
      column('description', 0.4),
      column('quantity', 0.12, 'end'),
      column('price', 0.2, 'end'),
      column('vat', 0.1, 'end'),
      column('amount', 0.18, 'end'),
    ],
    rows: lines.map(({ description, note, quantity, price, basis, vat, amount }) => ({
      cells: [description, quantity, `${price}\n${basis}`, vat, amount],
      note,
    })),
  }
}
