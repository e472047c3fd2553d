import { rmSync, writeFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { Organisation } from '#core/organisation'
import { dataFolder, dataPath, forgetCaches, urlFor } from '#core/platform'
import { freshDatabase } from '#tests/kit/database'
import { visitor } from '#tests/web/visitor'

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64'
)

async function anOrganisation(changes: Partial<Organisation>) {
  const organisation = await Organisation.findOrFail(1)
  await organisation.merge(changes).save()
  forgetCaches()
}

test.group('The brand', (group) => {
  group.each.setup(() => freshDatabase())

  test('the colour is a style sheet, kept for a year under its version', async ({ assert }) => {
    await anOrganisation({ accent: '#8a1c1c', version: 7 })
    const now = await visitor().get(urlFor('organisation.brand.show', {}, { v: 7 }))
    assert.equal(now.status, 200)
    assert.match(now.headers.get('content-type')!, /^text\/css/)
    assert.equal(now.headers.get('cache-control'), 'public, max-age=31536000, immutable')
    assert.include(now.text, '--')
    const old = await visitor().get(urlFor('organisation.brand.show', {}, { v: 6 }))
    assert.equal(old.headers.get('cache-control'), 'public, max-age=60')
  })

  test('the style sheet changes with the colour', async ({ assert }) => {
    const plain = await visitor().get(urlFor('organisation.brand.show'))
    assert.equal(plain.status, 200)
    assert.match(plain.headers.get('content-type')!, /^text\/css/)
    await anOrganisation({ accent: '#8a1c1c' })
    const red = await visitor().get(urlFor('organisation.brand.show'))
    assert.notEqual(red.text, plain.text)
  })

  test('the logo is served out of DATA_DIR', async ({ assert, cleanup }) => {
    dataFolder('organisation')
    writeFileSync(dataPath('organisation', 'logo.png'), PIXEL)
    cleanup(() => rmSync(dataPath('organisation', 'logo.png')))
    await anOrganisation({ logo: 'logo.png' })
    const logo = await visitor().get(urlFor('organisation.logo.show'))
    assert.equal(logo.status, 200)
    assert.equal(logo.headers.get('content-type'), 'image/png')
  })

  test('no logo, a lost file and a path out of the folder are not found', async ({ assert }) => {
    for (const logo of [null, 'gone.png', '../keys/app.key', '..']) {
      await anOrganisation({ logo })
      const answer = await visitor().get(urlFor('organisation.logo.show'))
      assert.equal(answer.status, 404)
    }
  })
})
