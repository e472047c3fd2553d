import type { HttpContext } from '@adonisjs/core/http'
import { presentNews, renderPanel, resourceNamed, viewerOf, type Viewer } from '#core/admin'
import { fileLimits, presentFileInput } from '#core/files'
import { LOCALE_NAMES, translated } from '#core/organisation'
import { urlFor } from '#core/platform'
import { setting } from '#core/settings'
import { fillPlaceholders } from '#plugins/helpdesk/domain/placeholders'
import { STAFF_WORDS, stateAfter } from '#plugins/helpdesk/domain/ticket_states'
import { entryFiles } from '#plugins/helpdesk/files'
import { INBOX } from '#plugins/helpdesk/inbox'
import type { Ticket } from '#plugins/helpdesk/models/ticket'
import { FILES, newDraft, type Draft } from '#plugins/helpdesk/presenters/reply_draft'
import { presentThread } from '#plugins/helpdesk/presenters/desk_thread'
import { templatesFor } from '#plugins/helpdesk/queries/templates_for'
import { threadOf } from '#plugins/helpdesk/queries/thread'
import { answerWithin, mostFiles } from '#plugins/helpdesk/settings'

type ReplyPage = {
  draft?: Draft
  errors?: Record<string, string>
  status?: number
  /** Somebody was faster: what came since stands above, and the next try goes by it. */
  isLate?: boolean
}

/** H5: what staff write, with the thread below it. */
export async function renderReply(ctx: HttpContext, ticket: Ticket, page: ReplyPage = {}) {
  const { errors = {}, status, isLate = false } = page
  const viewer = await viewerOf(ctx)
  const thread = await threadOf(ticket.id)
  const fresh = newDraft(ctx, ticket, thread[0].entry.id)
  const draft = page.draft ?? fresh
  const known = Number(draft.seenEntry)
  const missed = isLate ? thread.filter(({ entry }) => entry.id > known) : []
  const rest = thread.slice(missed.length)
  if (status) ctx.response.status(status)
  return renderPanel(ctx, 'helpdesk::admin/reply', {
    title: ctx.i18n.t('helpdesk.desk.reply.title', { number: ticket.number }),
    back: {
      href: urlFor('helpdesk.tickets.show', { id: ticket.id }),
      label: `${ticket.number} · ${ticket.subject}`,
    },
    action: urlFor('helpdesk.desk_replies.store', { id: ticket.id }),
    errors,
    isLate,
    draft: isLate ? { ...draft, seen: fresh.seen, seenEntry: fresh.seenEntry } : draft,
    ...(await presentForm(ctx, ticket, draft)),
    news: newsOf(ticket, isLate ? fresh : draft, viewer),
    missed: await presentThread(missed, ticket, viewer),
    entries: await presentThread(rest, ticket, viewer),
  })
}

/** What has come since the draft was begun is fetched; the draft stays as it is. */
function newsOf({ id }: Ticket, { seen }: Draft, viewer: Viewer) {
  const news = presentNews(resourceNamed(INBOX), { id, version: Number(seen) }, viewer)
  const href = urlFor('helpdesk.desk_replies.create', { id })
  return { ...news, href, parts: 'admin-news seen thread' }
}

/** What can be said now, the templates of the team, and room for files. */
async function presentForm(ctx: HttpContext, ticket: Ticket, { held, word }: Draft) {
  const { i18n } = ctx
  const most = await setting(mostFiles)
  const days = await setting(answerWithin)
  const possible = STAFF_WORDS.filter((one) => stateAfter(ticket.state, one, 'staff'))
  const limits = await fileLimits(entryFiles, most)
  return {
    words: possible.map((value) => ({
      value,
      label: i18n.t(`helpdesk.desk.words.${value}`),
      hint: i18n.t(`helpdesk.desk.hints.${value}`, { days }),
    })),
    word: possible.find((one) => one === word) ?? possible[0],
    language: i18n.t('helpdesk.desk.reply.language', { language: LOCALE_NAMES[ticket.locale] }),
    hasAddress: ticket.customer.email !== null,
    templates: (await templatesFor(ticket)).map(({ id, name }) => ({
      value: String(id),
      label: name,
    })),
    files: most > 0 ? presentFileInput({ field: FILES, limits, held }, ctx.locale) : null,
  }
}

/** The draft with the words of the chosen template after what is written already. */
export async function withTemplate(ctx: HttpContext, ticket: Ticket, draft: Draft): Promise<Draft> {
  const chosen = (await templatesFor(ticket)).find(({ id }) => String(id) === draft.template)
  if (!chosen) return draft
  const { name: agent } = ctx.auth.use('web').getUserOrFail()
  const values = { customer: ticket.customer.name, number: ticket.number, agent }
  const words = fillPlaceholders(translated(chosen.text, ticket.locale), values)
  return { ...draft, text: [draft.text.trimEnd(), words].filter(Boolean).join('\n\n') }
}
