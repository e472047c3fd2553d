import { Readable } from 'node:stream'
import { test } from '@japa/runner'
import { unzipSync } from 'fflate'
import { User } from '#core/accounts'
import { resourceNamed, type Action } from '#core/admin'
import { randomId } from '#core/platform'
import { runOnRecord } from '#app/admin/actions/run_action'
import { startRun } from '#app/admin/actions/start_run'
import { recordActions } from '#app/admin/queries/named_actions'
import { actionOfRun } from '#app/admin/queries/runs'
import { runDownload } from '#app/admin/run_download'
import { viewerFor } from '#app/admin/viewer'
import { someStaff } from '#tests/accounts/people'
import { freshDatabase } from '#tests/kit/database'
import { withLibrary } from '#tests/kit/library/library'
import { Book } from '#tests/kit/library/plugin'

const permission = 'library.books.manage'
const notice = 'admin.form.saved'

/** A file of each book. */
const card: Action = {
  id: 'card',
  permission,
  run: async ({ record: { title } }) => {
    const content = `<h1>${title}</h1>`
    return { ok: true, notice, download: { name: `${title}.html`, type: 'text/html', content } }
  },
}

/** A line of each book, and a list of all. */
const line: Action = {
  id: 'line',
  permission,
  document: {
    type: 'text/plain',
    ending: 'txt',
    write: (parts: AsyncIterable<{ title: string }>, about) =>
      Readable.from(lines(parts, about?.title)),
  },
  run: async ({ record: { title } }) => ({
    ok: true,
    notice,
    download: { name: `${title}.txt`, part: { title } },
  }),
}

async function* lines(parts: AsyncIterable<{ title: string }>, heading = 'alone') {
  yield `${heading}:`
  for await (const { title } of parts) yield ` ${title}`
}

const textOf = async (content: unknown) => (await (content as Readable).toArray()).join('')

/** The library with these two actions more. */
async function withFiles(): Promise<() => void> {
  const leave = await withLibrary()
  const { actions } = resourceNamed('library.books')
  actions.push(card, line)
  return () => {
    actions.splice(-2)
    leave()
  }
}

test.group('What an action makes of many records', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => withFiles())

  async function aManager() {
    const { id } = await someStaff({ role: 'manager', locale: 'en' })
    return viewerFor(await User.findOrFail(id))
  }

  async function made(action: string, ids: number[]) {
    const viewer = await aManager()
    const asked = { action: `library.books.${action}`, values: {}, key: randomId(), back: '/' }
    const run = await startRun({ ...asked, ids }, viewer)
    const work = actionOfRun(run, viewer)
    return { viewer, ...(await runDownload(work!, run, viewer))! }
  }

  async function twoBooks() {
    const values = { shelf: 'novels', lent: false } as const
    const first = await Book.create({ title: 'Été', ...values })
    const second = await Book.create({ title: 'Chair', ...values })
    return [second.id, first.id]
  }

  test('is a ZIP where the action says nothing else', async ({ assert }) => {
    const { type, name, content } = await made('card', await twoBooks())
    assert.equal(type, 'application/zip')
    assert.match(name, /^books-[\d-]{10}\.zip$/)
    const files = unzipSync(Buffer.concat(await (content as Readable).toArray()))
    assert.deepEqual(Object.keys(files), ['Chair.html', 'Été.html'])
  })

  test('is one document where it says how, in the order in which it was done', async ({
    assert,
  }) => {
    const ids = await twoBooks()
    const both = await made('line', ids)
    assert.equal(both.type, 'text/plain')
    assert.match(both.name, /^books-[\d-]{10}\.txt$/)
    assert.equal(await textOf(both.content), 'Books: Chair Été')
    const one = await made('line', ids.slice(0, 1))
    assert.deepEqual([one.name, await textOf(one.content)], ['Chair.txt', 'alone: Chair'])
  })

  test('is the same document on the page of a single record', async ({ assert }) => {
    const [, id] = await twoBooks()
    const viewer = await aManager()
    const named = recordActions().find(({ name }) => name === 'library.books.line')!
    const asked = { id, values: {}, viewer }
    const ran = await runOnRecord(named, asked)
    if (!ran.ok) return assert.fail(ran.reason)
    assert.equal(await textOf(ran.download?.content), 'alone: Été')
    const without = { ...named, action: { ...line, document: undefined } }
    await assert.rejects(() => runOnRecord(without, asked), /declares none/)
  })
})
