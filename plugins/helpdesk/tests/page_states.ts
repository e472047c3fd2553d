import { hash } from 'node:crypto'
import type { Page } from 'playwright-core'
import { demoPerson } from '#tests/kit/demo_people'
import type { HttpClient } from '#tests/kit/http'
import type { PageState } from '#tests/kit/page_states'
import type { TestServer } from '#tests/kit/servers'

const MINE = '/account/helpdesk'

const send = (page: Page) => page.locator('main .form button[type=submit]').click()

const TEXTS = ['Printer', 'It does not print', 'What does it do?'].map((text) =>
  Object.fromEntries(['es', 'pt', 'en', 'fr', 'it', 'ca', 'de', 'pl'].map((code) => [code, text]))
)

/** A menu of one question, where the demo has published none. */
async function publishMenu(server: TestServer): Promise<void> {
  const [{ n }] = await server.query<{ n: number }>(
    'select count(*) as n from helpdesk_intake_versions'
  )
  if (Number(n) > 0) return
  await server.query(
    `insert into helpdesk_teams (name, active, position, created_at, updated_at, version)
     values ('First line', ?, 0, 0, 0, 1)`,
    [true]
  )
  const [{ id: teamId }] = await server.query<{ id: number }>('select id from helpdesk_teams')
  const [printer, leaf, question] = TEXTS
  const decides = { kind: 'incident', impact: 'one', teamId, serviceLevelId: null, formId: null }
  const end = { label: leaf, hint: leaf, question: null, children: [], need: decides }
  const place = { label: printer, hint: printer, question, need: null }
  const tree = {
    children: [{ ...place, key: 'A'.repeat(22), children: [{ ...end, key: 'B'.repeat(22) }] }],
  }
  await server.query(
    'insert into helpdesk_intake_versions (number, tree, created_at) values (1, ?, 0)',
    [JSON.stringify(tree)]
  )
}

type Place = { key: string; need: object | null; children: Place[] }

/** Addresses of the first question that is not the very first, and of the first form. */
async function menuOf(server: TestServer): Promise<{ at: string; need: string }> {
  const [{ tree }] = await server.query<{ tree: string }>(
    'select tree from helpdesk_intake_versions order by number desc limit 1'
  )
  const { children }: { children: Place[] } = JSON.parse(tree)
  const first = children.find(({ need }) => need === null)!
  const end = (place: Place): string => (place.need ? place.key : end(place.children[0]))
  return { at: `${MINE}/new?at=${first.key}`, need: `${MINE}/new/form?need=${end(first)}` }
}

/** Opens a ticket through the form; its page. */
async function opened(client: HttpClient, form: string, description: string): Promise<string> {
  const page = await client.get(form)
  const own = page.forms().find(({ action }) => action === MINE)!
  const { location, status } = await client.submit(own, { urgency: 'medium', description })
  if (!location) throw new Error(`Opening a ticket answered ${status}`)
  return location
}

/** Lets the team have written something, and the ticket stand like that. */
async function stands(server: TestServer, page: string, deed: string, values: object) {
  const publicId = page.split('/').at(-1)!
  const names = Object.keys(values)
  await server.query(
    `update helpdesk_tickets set ${names.map((name) => `${name} = ?`).join(', ')}
     where public_id = ?`,
    [...Object.values(values), publicId]
  )
  await server.query(
    `insert into helpdesk_entries
       (public_id, ticket_id, deed, to_state, text, actor_kind, actor_id, created_at)
     select ?, id, ?, state, ?, 'staff', 1, changed_at from helpdesk_tickets where public_id = ?`,
    [publicId.slice(0, 20) + deed.slice(0, 2), deed, 'Please switch it off and on.', publicId]
  )
}

const TOKEN = 'L'.repeat(43)
const HASH = hash('sha256', TOKEN, 'hex')

/** A link as mails carry it, not used yet. */
async function mailLink(server: TestServer, page: string): Promise<void> {
  await server.query('delete from helpdesk_links where token_hash = ?', [HASH])
  await server.query(
    `insert into helpdesk_links (ticket_id, token_hash, expires_at)
     select id, ?, ? from helpdesk_tickets where public_id = ?`,
    [HASH, Date.UTC(2100, 0), page.split('/').at(-1)]
  )
}

async function signedIn(server: TestServer): Promise<HttpClient> {
  const client = server.client()
  const answer = await client.post('/sign-in', demoPerson(server, 'customer'))
  if (answer.status !== 303) throw new Error(`Signing in answered ${answer.status}`)
  return client
}

/** Every page of a customer in every state. */
export async function pageStates(server: TestServer, now: number): Promise<PageState[]> {
  await publishMenu(server)
  const client = await signedIn(server)
  const { at, need } = await menuOf(server)
  const tickets: string[] = []
  for (const words of ['The printer prints nothing.', 'No light.', 'The door is stuck.', 'Done.']) {
    tickets.push(await opened(client, need, words))
  }
  const [fresh, asked, proposed, closed] = tickets
  await stands(server, asked, 'asked', { state: 'waiting_customer' })
  const days = { proposed_at: now, lapses_at: now + 5 * 86_400_000, last_day: '2026-11-29' }
  await stands(server, proposed, 'proposed', { state: 'solution_proposed', ...days })
  const over = { state: 'closed', closed_at: now, closed_by: 'customer', ...days }
  await stands(server, closed, 'proposed', over)
  const link = `/helpdesk/links/${TOKEN}`
  const unused = () => mailLink(server, fresh)
  await unused()
  const page = (name: string, route: string, path: string) => ({ name, route, path })
  const wrong = (name: string, route: string, path: string) => ({ name, route, path, act: send })
  return [
    page('start', 'start.show', '/helpdesk'),
    page('running', 'mine.index', MINE),
    page('empty page of the list', 'mine.index', `${MINE}?page=9`),
    page('closed', 'mine.closed.index', `${MINE}/closed`),
    page('menu', 'mine.menu.show', `${MINE}/new`),
    page('question', 'mine.menu.show', at),
    page('unknown place', 'mine.menu.show', `${MINE}/new?at=gone`),
    page('form', 'mine.create', need),
    page('new ticket', 'mine.show', fresh),
    page('question of the team', 'mine.show', asked),
    page('proposed solution', 'mine.show', proposed),
    page('closed ticket', 'mine.show', closed),
    page('addition', 'mine.additions.create', `${fresh}/addition`),
    page('answer', 'mine.additions.create', `${asked}/addition`),
    wrong('addition of nothing', 'mine.additions.create', `${fresh}/addition`),
    page('solution', 'mine.solutions.create', `${proposed}/solution`),
    wrong('solution without an answer', 'mine.solutions.create', `${proposed}/solution`),
    {
      ...page('unsure', 'mine.solutions.create', `${proposed}/solution`),
      act: async (shown) => {
        await shown.check('[name=answer][value=accept]')
        await shown.fill('[name=text]', 'It is still stuck.')
        await send(shown)
      },
    },
    page('withdrawal', 'mine.withdrawals.create', `${closed}/withdrawal`),
    page('reopening', 'mine.reopenings.create', `${closed}/reopening`),
    wrong('reopening without a word', 'mine.reopenings.create', `${closed}/reopening`),
    page('cancellation', 'mine.cancellations.create', `${fresh}/cancellation`),
    page('rating', 'mine.ratings.create', `${closed}/rating`),
    wrong('rating without an answer', 'mine.ratings.create', `${closed}/rating`),
    { ...page('link', 'links.show', link), signedOut: true },
    page('used link', 'links.show', '/helpdesk/links/used'),
    {
      ...page('reading', 'links.show', link),
      signedOut: true,
      act: async (shown) => {
        await shown.locator('main form button').click()
        await shown.waitForSelector('.helpdesk-thread')
        await unused()
      },
    },
  ]
}
