import { QuoteTemplate } from '#plugins/shop-quotes/models/quote_template'

/** What is offered or written often, in the order that staff gave it. */
export const quoteTemplates = (): Promise<QuoteTemplate[]> =>
  QuoteTemplate.query().where('active', true).orderBy('position').orderBy('name')
