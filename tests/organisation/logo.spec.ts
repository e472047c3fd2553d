import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { AuditEntry, auditTrailOf } from '#core/audit'
import { currentOrganisation, Organisation } from '#core/organisation'
import { dataFolder, dataPath, forgetCaches, urlFor } from '#core/platform'
import { signedIn, someCustomer, someStaff } from '#tests/accounts/people'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'
import { aJpeg, aPng, aWebp, pngChunk } from '#tests/files/pictures'
import { visitor } from '#tests/web/visitor'

const PAGE = '/admin/organisation/logo'
const file = (bytes: Buffer, name = 'logo.png', type = 'image/png') =>
  new File([new Uint8Array(bytes)], name, { type })
const files = () => readdirSync(dataFolder('organisation'))
const logo = async () => (await Organisation.firstOrFail()).logo

async function send(client: HttpClient, picture: File) {
  const { _csrf } = (await client.get(PAGE)).form('/logo').fields
  return client.upload(PAGE, { _csrf: String(_csrf), logo: picture })
}

test.group('The organisation’s logo', (group) => {
  group.each.setup(() => freshDatabase())

  test('a picture stands on every page, without script and at once', async ({ assert }) => {
    const client = await signedIn(await someStaff({ role: 'owner' }))
    for (const [format, bytes] of Object.entries({ png: aPng(), jpeg: aJpeg(), webp: aWebp() })) {
      const answer = await send(client, file(bytes))
      assert.equal(answer.location, PAGE)
      const page = await client.follow(answer)
      assert.include(page.text, 'The new logo is in use.')
      assert.include(page.text, '/brand/logo?v=')
      assert.match((await logo())!, new RegExp(`^logo-[\\w-]{22}\\.${format}$`))
      forgetCaches()
      const served = await visitor().get(urlFor('organisation.logo.show'))
      assert.equal(served.headers.get('content-type'), `image/${format}`)
      assert.equal(served.headers.get('x-content-type-options'), 'nosniff')
    }
    assert.include((await visitor().get('/')).text, '/brand/logo?v=')
  })

  test('the old file goes with the new one, and both leave a line', async ({ assert }) => {
    const owner = await someStaff({ role: 'owner' })
    const client = await signedIn(owner)
    await send(client, file(aPng()))
    const first = (await logo())!
    const { version } = await currentOrganisation()
    await send(client, file(aJpeg()))
    const second = (await logo())!
    assert.deepEqual(
      [existsSync(dataPath('organisation', first)), files().includes(second)],
      [false, true]
    )
    forgetCaches()
    assert.isAbove((await currentOrganisation()).version, version)

    const question = await client.get(`${PAGE}/remove`)
    assert.include(question.text, 'the name stands alone.')
    const removal = question.form('/logo/remove')
    const removed = await client.follow(await client.submit(removal))
    assert.include(removed.text, 'The logo has been removed.')
    assert.isNull(await logo())
    assert.isFalse(files().includes(second))
    const trail = await auditTrailOf('organisation.profile', 1)
    const lines = trail.map(({ action, actorId }) => [action, actorId])
    assert.sameDeepMembers(lines, [
      ['organisation.logo_changed', owner.id],
      ['organisation.logo_changed', owner.id],
      ['organisation.logo_removed', owner.id],
    ])
  })

  test('removing it is offered while there is one, on its page and by the search', async ({
    assert,
  }) => {
    const client = await signedIn(await someStaff({ role: 'owner' }))
    const offered = async () => {
      forgetCaches()
      const pages = [PAGE, '/admin/search?q=remove+logo']
      const texts = await Promise.all(pages.map(async (page) => (await client.get(page)).text))
      return texts.map((text) => text.includes(`href="${PAGE}/remove`))
    }
    assert.deepEqual(await offered(), [false, false])
    const idle = await client.get(`${PAGE}/remove`)
    assert.include(idle.text, 'No logo yet')
    assert.isFalse(idle.forms().some(({ action }) => action.includes('/remove')))
    await send(client, file(aPng()))
    assert.deepEqual(await offered(), [true, true])

    const removal = (await client.get(`${PAGE}/remove`)).form('/logo/remove')
    await client.submit(removal)
    const late = await client.follow(await client.submit(removal, { form_key: undefined }))
    assert.include(late.text, 'No logo yet')
    assert.lengthOf(await AuditEntry.query().where('action', 'organisation.logo_removed'), 1)
  })

  test('what is no such picture is refused with a sentence, and nothing is kept')
    .with([
      { sent: file(Buffer.from('<svg/>'), 'logo.svg', 'image/svg+xml'), says: 'not a PNG' },
      { sent: file(Buffer.from('<script>'), 'logo.png'), says: 'not a PNG' },
      { sent: file(Buffer.from('GIF89a=0;alert(1)'), 'logo.png.js'), says: 'not a PNG' },
      { sent: file(aPng().subarray(0, 40)), says: 'damaged' },
      { sent: file(Buffer.alloc(0)), says: 'empty' },
      { sent: file(Buffer.alloc(0), ''), says: 'Choose a file' },
      { sent: file(Buffer.concat([aPng(), Buffer.alloc(512 * 1024)])), says: '512 KB' },
      { sent: file(aPng(60_000, 60_000)), says: '4000 pixels' },
      { sent: file(aPng(1, 1)), says: '16 pixels' },
    ])
    .run(async ({ assert }, { sent, says }) => {
      const before = files()
      const answer = await send(await signedIn(await someStaff({ role: 'owner' })), sent)
      assert.equal(answer.status, 422)
      assert.include(answer.text, says)
      assert.match(answer.text, /aria-invalid="true"/)
      assert.isNull(await logo())
      assert.deepEqual(files(), before)
    })

  test('a page hidden in a picture is not kept', async ({ assert }) => {
    const hidden = Buffer.from('<html><script>canary</script>')
    const polyglot = Buffer.concat([aPng(64, 32, pngChunk('tEXt', hidden)), hidden])
    const client = await signedIn(await someStaff({ role: 'owner' }))
    await send(client, file(polyglot, 'logo.html', 'text/html'))
    const stored = readFileSync(dataPath('organisation', (await logo())!))
    assert.notInclude(stored.toString('latin1'), 'canary')
    assert.deepEqual(stored, aPng())
  })

  test('the name of the file leads nowhere')
    .with(['../../keys/app.key', '..\\..\\app.png', '/etc/passwd', 'a\u202egnp.exe', 'CON'])
    .run(async ({ assert }, name) => {
      await send(await signedIn(await someStaff({ role: 'owner' })), file(aPng(), name))
      assert.match((await logo())!, /^logo-[\w-]{22}\.png$/)
      assert.include(files(), (await logo())!)
    })

  test('who may not manage the organisation changes nothing', async ({ assert }) => {
    const statusOf = async (client: HttpClient) => {
      const page = await client.follow(await client.get('/account'))
      const token = page.forms().map(({ fields }) => fields._csrf)[0]
      return (await client.upload(PAGE, { _csrf: String(token), logo: file(aPng()) })).status
    }
    assert.equal(await statusOf(await signedIn(await someStaff({ role: 'desk' }))), 403)
    assert.equal(await statusOf(await signedIn(await someStaff({ role: 'manager' }))), 403)
    assert.equal(await statusOf(await signedIn(await someCustomer())), 403)
    const stranger = await visitor().upload(PAGE, { logo: file(aPng()) })
    assert.equal(stranger.status, 401)
    const owner = await signedIn(await someStaff({ role: 'owner' }))
    const tokenless = await owner.upload(PAGE, { _csrf: 'wrong', logo: file(aPng()) })
    assert.equal(tokenless.status, 419)
    assert.isNull(await logo())
  })
})
