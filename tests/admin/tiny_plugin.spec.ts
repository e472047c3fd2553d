import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { AuditEntry } from '#core/audit'
import { StaffRole } from '#app/accounts/models/staff_role'
import { forgetRoles } from '#app/accounts/queries/roles'
import { signedIn, someStaff } from '#tests/accounts/people'
import { atDesk, isClean, HOSTILE, save, statements } from '#tests/admin/desk'
import { standStill } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { withLibrary } from '#tests/kit/library/library'
import { Book } from '#tests/kit/library/plugin'
import { ROOT } from '#tests/kit/processes'

const BOOKS = '/admin/library/books'
const FOLDER = join(ROOT, 'tests/kit/library')

const aBook = (title: string, values: Partial<Book> = {}) =>
  Book.create({ title, shelf: 'novels', lent: false, ...values })

test.group('A plugin that declares one kind of record', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => withLibrary())

  test('needs fewer than 60 lines and no HTML', ({ assert }) => {
    const lines = readFileSync(join(FOLDER, 'plugin.ts'), 'utf8').trimEnd().split('\n')
    assert.isBelow(lines.length, 60)
    assert.deepEqual(
      readdirSync(FOLDER, { recursive: true }).filter((file) => !String(file).endsWith('.ts')),
      []
    )
  })

  test('has a list that is searched, filtered and sorted', async ({ assert, cleanup }) => {
    standStill(cleanup)
    await aBook('The Lighthouse')
    await aBook('Harbour Walks', { shelf: 'travel' })
    await aBook('Winter Ferry', { shelf: 'travel', lent: true })
    const desk = await atDesk('desk')
    const titles = async (query: string) => {
      const { text } = await desk.get(BOOKS + query)
      return ['The Lighthouse', 'Harbour Walks', 'Winter Ferry'].filter((one) => text.includes(one))
    }
    assert.lengthOf(await titles(''), 3)
    assert.deepEqual(await titles('?q=harbour'), ['Harbour Walks'])
    assert.deepEqual(await titles('?shelf=travel&lent=no'), ['Harbour Walks'])
    assert.isAtMost(await statements(() => desk.get(BOOKS)), 8)
    assert.include((await desk.get('/admin')).text, `href="${BOOKS}"`)
  })

  test('has forms with rules, a history, and conflicts that lose nothing', async ({ assert }) => {
    const desk = await atDesk('manager')
    const refused = await save(desk, `${BOOKS}/create`, { title: '', shelf: 'attic' })
    assert.equal(refused.status, 422)
    const created = await save(desk, `${BOOKS}/create`, { title: HOSTILE, shelf: 'travel' })
    assert.equal(created.status, 303)
    const book = await Book.firstOrFail()
    assert.equal(book.title, HOSTILE)
    const page = await desk.get(`${BOOKS}/${book.id}`)
    assert.isTrue(isClean(page))
    assert.include(page.text, 'admin-timeline')

    const stale = (await desk.get(`${BOOKS}/${book.id}/edit`)).form(`/books/${book.id}`)
    await save(desk, `${BOOKS}/${book.id}/edit`, { title: 'First' })
    const late = await desk.submit(stale, { title: 'Late' })
    assert.equal(late.status, 409)
    assert.include(late.text, 'First')
    assert.include(late.text, 'Late')
    const trail = await AuditEntry.query().where('object', 'library.book').orderBy('id')
    assert.deepEqual(
      trail.map(({ action }) => action),
      ['library.book_created', 'library.book_changed']
    )
  })

  test('is denied to whoever lacks its permission', async ({ assert }) => {
    const { id } = await aBook('The Lighthouse')
    const desk = await atDesk('desk')
    assert.equal((await desk.get(`${BOOKS}/${id}`)).status, 200)
    for (const path of ['/create', `/${id}/edit`, `/${id}/remove`]) {
      assert.equal((await desk.get(BOOKS + path)).status, 403, path)
    }
    const { _csrf } = (await desk.get('/admin')).form('/sign-out').fields
    const post = { _csrf, title: 'Mine', shelf: 'novels', version: '1' }
    for (const path of ['', `/${id}`, `/${id}/remove`]) {
      assert.equal((await desk.post(BOOKS + path, post)).status, 403, path)
    }
    assert.lengthOf(await Book.query().where('title', 'The Lighthouse'), 1)
  })

  test('has actions on one record and on many', async ({ assert }) => {
    const [one, two, three] = [await aBook('One'), await aBook('Two'), await aBook('Three')]
    const desk = await atDesk('desk')
    const page = await desk.get(`${BOOKS}/${one.id}`)
    await desk.submit(page.form(`/${one.id}/lend`))
    assert.isTrue((await one.refresh()).lent)
    const ask = await desk.get(`${BOOKS}/bulk/lend?ids[]=${one.id}&ids[]=${two.id}`)
    await desk.submit(ask.form('/bulk/lend'))
    assert.isTrue((await two.refresh()).lent)
    assert.isFalse((await three.refresh()).lent)

    const boss = await atDesk('manager')
    const question = await boss.get(`${BOOKS}/${three.id}/remove`)
    await boss.submit(question.form(`/${three.id}/remove`))
    assert.lengthOf(await Book.all(), 2)
    assert.lengthOf(await AuditEntry.query().where('action', 'library.book_removed'), 1)
  })

  test('is exported as it is listed, and noted who did', async ({ assert }) => {
    await aBook('=1+1')
    await aBook('Harbour Walks', { shelf: 'travel' })
    const boss = await atDesk('manager')
    const { text } = await boss.get(`${BOOKS}/export?shelf=novels`)
    assert.include(text, `'=1+1`, 'a formula is text')
    assert.notInclude(text, 'Harbour')
    assert.lengthOf(await AuditEntry.query().where('action', 'admin.exported'), 1)
  })

  test('is found by the search over the panel', async ({ assert }) => {
    const { id } = await aBook('Harbour Walks')
    const search = '/admin/search?q=harb'
    assert.include((await (await atDesk('desk')).get(search)).text, `value="library.books:${id}"`)
    const opener = await signedIn(await onlyOpening())
    assert.notInclude((await opener.get(search)).text, BOOKS)
  })

  /** A role that opens the panel and nothing else. */
  async function onlyOpening() {
    const permissions = { 'admin.view': true }
    const role = { key: 'opening', name: { en: 'Opening' }, permissions, requiresTwoFactor: false }
    await StaffRole.create(role)
    forgetRoles()
    return someStaff({ role: 'opening' })
  }

  test('has a widget on "Today" for those who may see its records', async ({ assert }) => {
    await aBook('Winter Ferry')
    const figure = />Books<\/dt>\s*<dd>\s*1\s*<\/dd>/
    assert.match((await (await atDesk('desk')).get('/admin')).text, figure)
    assert.notMatch((await (await signedIn(await onlyOpening())).get('/admin')).text, figure)
  })
})
