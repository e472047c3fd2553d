import { test } from '@japa/runner'
import { AuditEntry } from '#core/audit'
import { filesOf } from '#core/files'
import { Organisation } from '#core/organisation'
import { forgetCaches } from '#core/platform'
import { funderLogos } from '#app/organisation/files'
import { Funder } from '#app/organisation/models/funder'
import { atDesk, HOSTILE, isClean } from '#tests/admin/desk'
import { aPng } from '#tests/files/pictures'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'
import { statementsOf } from '#tests/kit/statements'
import { aFunder } from '#tests/organisation/funders'
import { visitor } from '#tests/web/visitor'

const LIST = '/admin/organisation/funders'
const footer = (text: string) => /<footer[\s\S]*<\/footer>/.exec(text)![0]
const png = (name = 'fund.png') =>
  new File([new Uint8Array(aPng(400, 100))], name, { type: 'image/png' })
const FUND = { name: 'Aurora fund', 'alternative[es]': 'Fondo Aurora', position: '1' }

async function add(client: HttpClient, fields: Record<string, string | File>) {
  const { fields: own } = (await client.get(`${LIST}/create`)).form(LIST)
  const plain = Object.entries(own).filter(([name]) => !name.startsWith('picture'))
  return client.upload(LIST, { ...(Object.fromEntries(plain) as object), ...FUND, ...fields })
}

test.group('V6 Logos of funding projects', (group) => {
  group.each.setup(() => freshDatabase())

  test('staff put one up, and it stands in the footer of every page', async ({ assert }) => {
    const client = await atDesk('owner')
    const added = await add(client, { picture: png(), link: 'https://fund.example/x' })
    assert.equal(added.status, 303)
    const { id } = await Funder.firstOrFail()
    const [file] = await filesOf(funderLogos, id)
    forgetCaches()
    for (const path of ['/', '/contact', '/help', '/accessibility/feedback', '/sign-in']) {
      const below = footer((await visitor({ language: 'en' }).get(path)).text)
      assert.match(below, /<h2[^>]*>Funded by<\/h2>/)
      assert.include(
        below,
        `<a class="site-funders__plate" href="https://fund.example/x" rel="noopener noreferrer">`
      )
      assert.match(
        below,
        new RegExp(
          `src="/brand/funders/${file.publicId}" alt="Fondo Aurora" width="176" height="44"`
        )
      )
    }
    const picture = await visitor().get(`/brand/funders/${file.publicId}`)
    assert.equal(picture.headers.get('content-type'), 'image/png')
    assert.equal(picture.headers.get('cache-control'), 'public, max-age=31536000, immutable')
    assert.equal(picture.headers.get('x-content-type-options'), 'nosniff')
    assert.equal((await visitor().get(`/brand/funders/${'x'.repeat(22)}`)).status, 404)
  })

  test('without a picture, its text or a proper link it is refused, and the rest stays', async ({
    assert,
  }) => {
    const client = await atDesk('owner')
    const fake = new File(['<svg/>'], 'logo.svg', { type: 'image/svg+xml' })
    for (const [fields, words] of [
      [{}, 'Choose a file.'],
      [{ picture: fake }, 'PNG'],
      [{ picture: png(), 'alternative[es]': '' }, 'Alternative text'],
      [{ picture: png(), link: 'javascript:alert(1)' }, 'begins with https://'],
    ] as const) {
      const again = await add(client, fields)
      assert.equal(again.status, 422, words)
      assert.include(again.text, words)
      assert.include(again.text, 'value="Aurora fund"')
    }
    assert.isEmpty(await Funder.all())
  })

  test('they stand in their order, in the words of the page’s language', async ({ assert }) => {
    const organisation = await Organisation.findOrFail(1)
    const fundersHeading = { de: 'Mit Mitteln von', es: 'Con fondos de' }
    await organisation.merge({ fundersHeading }).save()
    await aFunder({ position: 2, alternative: { es: 'Segundo', de: 'Zweiter' } })
    await aFunder({ position: 1, alternative: { es: 'Primero' } })
    const below = footer((await visitor({ language: 'de' }).get('/')).text)
    assert.include(below, '>Mit Mitteln von</h2>')
    assert.deepEqual(
      [...below.matchAll(/alt="(.*?)"/g)].map(([, alt]) => alt),
      ['Primero', 'Zweiter']
    )
    assert.include(footer((await visitor({ language: 'pl' }).get('/')).text), '>Con fondos de</h2>')
  })

  test('who removes one takes it from every page, with a line in the trail', async ({ assert }) => {
    const { id } = await aFunder()
    const [file] = await filesOf(funderLogos, id)
    const client = await atDesk('owner')
    const question = await client.get(`${LIST}/${id}/remove`)
    await client.submit(question.form(`${LIST}/${id}/remove`))
    assert.isEmpty(await Funder.all())
    assert.notInclude((await visitor().get('/')).text, 'site-funders')
    assert.equal((await visitor().get(`/brand/funders/${file.publicId}`)).status, 404)
    const line = await AuditEntry.query().where('action', 'organisation.funder_removed').first()
    assert.equal(line?.objectId, String(id))
  })

  test('a page takes no statement more for them', async ({ assert }) => {
    const read = async () => {
      await visitor().get('/help')
      return (await statementsOf(() => visitor().get('/help'))).length
    }
    const without = await read()
    for (let i = 0; i < 3; i++) await aFunder()
    assert.equal(await read(), without)
    assert.isAtMost(without, 6)
  })

  test('hostile words are only words, and others change nothing', async ({ assert }) => {
    await aFunder({ name: HOSTILE, alternative: { en: HOSTILE }, link: null })
    assert.isTrue(isClean(await visitor().get('/')))
    assert.isTrue(isClean(await (await atDesk('owner')).get(LIST)))
    for (const role of ['manager', 'desk'])
      assert.equal((await (await atDesk(role)).get(LIST)).status, 403)
  })
})
