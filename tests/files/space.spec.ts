import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { saveSetting } from '#core/settings'
import { SYSTEM, transaction } from '#core/platform'
import { quotaMegabytes } from '#app/files/settings'
import { signedIn, someStaff } from '#tests/accounts/people'
import { freshDatabase } from '#tests/kit/database'

const MB = 2 ** 20

async function stored(use: string, bytes: number, expiresAt: number | null = null) {
  const name = `${use}-${bytes}-${expiresAt}`.slice(0, 22)
  await db.table('files_files').insert({
    public_id: name,
    use,
    record_id: expiresAt === null ? 1 : null,
    stored_as: name,
    name: 'a.pdf',
    type: 'pdf',
    bytes,
    sha256: 'x'.repeat(64),
    created_at: 0,
    expires_at: expiresAt,
  })
  await db.from('files_usage').increment('bytes', bytes)
}

const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

test.group('The page of the space for files', (group) => {
  group.each.setup(() => freshDatabase())

  test('says whose files take how much, what waits, and where the limit is set', async ({
    assert,
  }) => {
    await stored('booking.answers', 3 * MB)
    await stored('booking.others', 1.5 * MB, 9_999_999_999_999)
    await stored('gone.notes', 0.5 * MB)
    await transaction((trx) => saveSetting(trx, quotaMegabytes, 10, SYSTEM))
    const page = await (await signedIn(await someStaff({ role: 'owner' }))).get('/admin/files')
    assert.equal(page.status, 200)
    const text = textOf(page.text)
    assert.include(text, '5 MB of 10 MB used (50%)')
    assert.match(text, /Appointments 2 1 4\.5 MB 45%/)
    assert.match(text, /gone 1 0 0\.5 MB 5%/)
    assert.include(text, '1 file waits')
    assert.include(page.text, 'href="/admin/settings?owner=files"')
    assert.notInclude(text, 'nearly used up')
    await stored('booking.answers', 4 * MB)
    const full = await (await signedIn(await someStaff({ role: 'owner' }))).get('/admin/files')
    assert.include(textOf(full.text), 'nearly used up')
  })

  test('is closed to who may not change settings', async ({ assert }) => {
    const desk = await signedIn(await someStaff({ role: 'desk' }))
    assert.equal((await desk.get('/admin/files')).status, 403)
  })
})
