import { test } from '@japa/runner'
import { runByName } from '#app/admin/actions/run_by_name'
import { StaffRole } from '#app/accounts/models/staff_role'
import { forgetRoles } from '#app/accounts/queries/roles'
import { signedIn, someStaff } from '#tests/accounts/people'
import { atDesk, HOSTILE, isClean, statements } from '#tests/admin/desk'
import { withReviews } from '#tests/admin/reviews'
import { freshDatabase } from '#tests/kit/database'
import { withHealthLibrary, withLibrary } from '#tests/kit/library/library'
import { Book } from '#tests/kit/library/plugin'
import { switchPlugin } from '#tests/kit/mounted'

const BOOKS = '/admin/library/books'
const ADDED = '/admin/reviews/on/library/books'
const PRAISE = 'reviews.on.library.books.praise'

const aBook = (title: string) => Book.create({ title, shelf: 'novels', lent: false })

test.group('What a plugin adds to the records of another', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => withLibrary())
  group.each.setup(() => withReviews())

  test('stands on their pages after what they have themselves, in its own words', async ({
    assert,
  }) => {
    const { id } = await aBook(HOSTILE)
    const boss = await atDesk('manager')
    const page = await boss.get(`${BOOKS}/${id}`)
    assert.isTrue(isClean(page))
    assert.match(page.text, /id="reviews-stars">\s*<h2[^>]*>What readers say<\/h2>\s*<p>Stars of/)
    assert.match(page.text, /id="reviews-same">\s*<h2[^>]*>Books</)
    const places = ['>Lend<', 'Remove', 'Its shelf', 'Praise it'].map((word) =>
      page.text.indexOf(word)
    )
    assert.notInclude(places, -1)
    assert.deepEqual(
      places,
      places.toSorted((one, other) => one - other)
    )
  })

  test('costs a page no more statements than it sends itself', async ({ assert }) => {
    const { id } = await aBook('Harbour Walks')
    const boss = await atDesk('manager')
    const sent = async (enabled: boolean) => {
      await switchPlugin('reviews', enabled)
      await boss.get(`${BOOKS}/${id}`)
      return statements(() => boss.get(`${BOOKS}/${id}`))
    }
    const without = await sent(false)
    // That of the list of related records.
    assert.equal(await sent(true), without + 1)
  })

  test('is done on one record, which it asks about first', async ({ assert }) => {
    const book = await aBook('Harbour Walks')
    const boss = await atDesk('manager')
    const question = await boss.get(`${ADDED}/${book.id}/praise`)
    for (const text of ['Praise it', 'Harbour Walks', 'Everybody will read it.', 'Praise']) {
      assert.include(question.text, text)
    }
    const empty = await boss.submit(question.form('/praise'), { praise: '' })
    assert.equal(empty.status, 422)
    const answer = await boss.submit(question.form('/praise'), { praise: 'splendid' })
    assert.equal(answer.location, `${BOOKS}/${book.id}`)
    await boss.submit(question.form('/praise'), { praise: 'splendid' })
    assert.equal((await book.refresh()).title, 'Harbour Walks, splendid!')
    const late = await boss.get(`${ADDED}/${book.id}/praise`)
    assert.equal(late.status, 409)
    assert.include(late.text, 'It does not allow this now.')
    assert.notInclude(late.text, 'Somebody was faster')
    assert.include(late.text, `href="${BOOKS}/${book.id}"`)
    assert.notInclude((await boss.get(`${BOOKS}/${book.id}`)).text, 'Praise it')
  })

  test('is done on many', async ({ assert }) => {
    const [one, two] = [await aBook('One'), await aBook('Two!')]
    const boss = await atDesk('manager')
    assert.include((await boss.get(BOOKS)).text, `formaction="${ADDED}/bulk/praise"`)
    const question = await boss.get(`${ADDED}/bulk/praise?ids[]=${one.id}&ids[]=${two.id}`)
    assert.include(question.text, '1 books will be praised.')
    const answer = await boss.submit(question.form('/bulk/praise'), { praise: 'quick' })
    const run = await boss.follow(answer)
    assert.include(run.text, 'Praise it: done for 1 entry.')
    assert.include(run.text, 'Two!')
    assert.equal((await one.refresh()).title, 'One, quick!')
  })

  test('is found with the record, and has a name on the command line', async ({ assert }) => {
    const book = await aBook('Harbour Walks')
    const boss = await atDesk('manager')
    const found = await boss.get('/admin/search?q=harbour')
    assert.include(found.text, `${ADDED}/${book.id}/praise`)
    const manager = await someStaff({ role: 'manager' })
    const desk = await someStaff({ role: 'desk' })
    const asked = { name: PRAISE, ids: [String(book.id)], set: { praise: 'long' } }
    const refused = await runByName({ ...asked, as: desk.email })
    assert.equal(refused.ok ? 'done' : refused.reason, 'forbidden')
    assert.isTrue((await runByName({ ...asked, as: manager.email })).ok)
    assert.equal((await book.refresh()).title, 'Harbour Walks, long!')
  })

  test('rests with either of the two', async ({ assert, cleanup }) => {
    const book = await aBook('Harbour Walks')
    const boss = await atDesk('manager')
    const addresses = [`${ADDED}/${book.id}/praise`, `${ADDED}/bulk/praise?ids[]=${book.id}`]
    const statusesNow = () =>
      Promise.all(addresses.map(async (address) => (await boss.get(address)).status))
    const { email: as } = await someStaff({ role: 'manager' })
    const byName = async () => {
      const asked = { name: PRAISE, ids: [String(book.id)], set: { praise: 'x' }, as }
      const ran = await runByName(asked)
      return ran.ok ? 'done' : ran.reason
    }
    assert.deepEqual(await statusesNow(), [200, 200])

    await switchPlugin('reviews', false)
    const page = await boss.get(`${BOOKS}/${book.id}`)
    assert.equal(page.status, 200)
    for (const text of ['Stars of', 'Praise it', 'Its shelf']) assert.notInclude(page.text, text)
    assert.notInclude((await boss.get(BOOKS)).text, ADDED)
    assert.deepEqual(await statusesNow(), [404, 404])
    assert.equal(await byName(), 'unknown_action')

    await switchPlugin('reviews', true)
    // The library is now an installed plugin that nobody has switched on.
    cleanup(withHealthLibrary())
    assert.deepEqual(await statusesNow(), [404, 404])
    assert.equal(await byName(), 'unknown_action')
  })

  /** Somebody who holds these permissions and opens the panel. */
  async function holding(...ids: string[]) {
    const permissions = Object.fromEntries(['admin.view', ...ids].map((one) => [one, true]))
    const role = { name: { en: 'Some' }, permissions, requiresTwoFactor: false }
    await StaffRole.updateOrCreate({ key: 'some' }, role)
    forgetRoles()
    return signedIn(await someStaff({ role: 'some' }))
  }

  test('is seen by those who hold its permission, and opens no record to others', async ({
    assert,
  }) => {
    const { id } = await aBook('Harbour Walks')
    const reader = await holding('library.books.view')
    const bare = await reader.get(`${BOOKS}/${id}`)
    for (const text of ['Stars of', 'Praise it', 'Its shelf']) assert.notInclude(bare.text, text)
    assert.equal((await reader.get(`${ADDED}/${id}/praise`)).status, 403)

    const desk = await atDesk('desk')
    const seen = await desk.get(`${BOOKS}/${id}`)
    assert.include(seen.text, 'Stars of')
    assert.notInclude(seen.text, 'Praise it')

    for (const rights of [['library.books.view'], ['reviews.see'], []]) {
      const some = await holding('reviews.praise', ...rights)
      const { _csrf } = (await some.get('/admin')).form('/sign-out').fields
      const put = await some.post(`${ADDED}/${id}/praise`, { praise: 'mine', _csrf })
      const asked = await some.get(`${ADDED}/${id}/praise`)
      const many = await some.get(`${ADDED}/bulk/praise?ids[]=${id}`)
      assert.deepEqual([put.status, asked.status, many.status], [404, 404, 404], rights.join())
    }
    assert.equal((await Book.findOrFail(id)).title, 'Harbour Walks')
  })

  test('takes nothing else with it when it fails', async ({ assert }) => {
    const { id } = await aBook('Torn')
    const page = await (await atDesk('desk')).get(`${BOOKS}/${id}`)
    assert.equal(page.status, 200)
    assert.notInclude(page.text, 'What readers say')
    assert.include(page.text, 'Its shelf')
  })
})
