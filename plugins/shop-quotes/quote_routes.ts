import type { RouteGroups } from '#core/platform'

const requests = () => import('#plugins/shop-quotes/controllers/quote_requests_controller')
const quotes = () => import('#plugins/shop-quotes/controllers/quotes_controller')
const words = () => import('#plugins/shop-quotes/controllers/quote_words_controller')
const acceptances = () => import('#plugins/shop-quotes/controllers/quote_acceptances_controller')
const versions = () => import('#plugins/shop-quotes/controllers/quote_versions_controller')
const papers = () => import('#plugins/shop-quotes/controllers/quote_papers_controller')
const drafts = () => import('#plugins/shop-quotes/controllers/quote_drafts_controller')
const sendings = () => import('#plugins/shop-quotes/controllers/quote_sendings_controller')
const comparisons = () => import('#plugins/shop-quotes/controllers/quote_comparisons_controller')
const replies = () => import('#plugins/shop-quotes/controllers/quote_replies_controller')

/** S7 to S10: quotes on both sides. */
export function quoteRoutes({ account, staff }: RouteGroups): void {
  const upload = true
  account.get('/quote-request', [requests, 'create'], { name: 'quote_requests.create' })
  account.post('/quote-request', [requests, 'store'], { name: 'quote_requests.store' })
  account.get('/quotes', [quotes, 'index'], { name: 'mine.quotes.index' })
  account.get('/quotes/:id', [quotes, 'show'], { name: 'mine.quotes.show' })
  account.get('/quotes/:id/paper', [papers, 'show'], { name: 'mine.quotes.papers.show' })
  account.get('/quotes/:id/versions/:number', [versions, 'show'], {
    name: 'mine.quotes.versions.show',
  })
  account.get('/quotes/:id/acceptance', [acceptances, 'create'], {
    name: 'mine.quotes.acceptances.create',
  })
  account.post('/quotes/:id/acceptance', [acceptances, 'store'], {
    name: 'mine.quotes.acceptances.store',
  })
  account.get('/quotes/:id/words/:word', [words, 'create'], { name: 'mine.quotes.words.create' })
  account.post('/quotes/:id/words/:word', [words, 'store'], {
    name: 'mine.quotes.words.store',
    upload,
  })

  const work = { permission: 'shop-quotes.work' }
  const view = { permission: 'shop-quotes.view' }
  staff.get('/quote-drafts/:id', [drafts, 'edit'], { name: 'quote_drafts.edit', ...work })
  staff.post('/quote-drafts/:id', [drafts, 'update'], { name: 'quote_drafts.update', ...work })
  staff.get('/quote-sendings/:id', [sendings, 'create'], { name: 'quote_sendings.create', ...work })
  staff.post('/quote-sendings/:id', [sendings, 'store'], { name: 'quote_sendings.store', ...work })
  staff.get('/quote-comparisons/:id', [comparisons, 'show'], {
    ...{ name: 'quote_comparisons.show', ...view },
  })
  staff.get('/quote-replies/:id', [replies, 'create'], { name: 'quote_replies.create', ...work })
  staff.post('/quote-replies/:id', [replies, 'store'], {
    ...{ name: 'quote_replies.store', upload, ...work },
  })
}
