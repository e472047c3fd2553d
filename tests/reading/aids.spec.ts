import { test } from '@japa/runner'
import { LOCALES } from '#core/organisation'
import { freshDatabase } from '#tests/kit/database'
import { visitor } from '#tests/web/visitor'

const PAGE = '/reading'
const wordsOf = (text: string) => /<html[^>]*data-reading="([^"]*)"/.exec(text)?.[1]

test.group('V6 Reading aids', (group) => {
  group.each.setup(() => freshDatabase())

  test('what is chosen holds on every page, and is taken back with one button', async ({
    assert,
  }) => {
    const client = visitor({ language: 'en' })
    const page = await client.get(PAGE)
    assert.equal(wordsOf(page.text), '')
    const chosen = { text: 'larger', 'on[]': ['contrast', 'spacing'] }
    const answer = await client.submit(page.form(PAGE), chosen)
    assert.equal(answer.location, '/reading?kept=larger.contrast.spacing')
    assert.match(
      answer.headers.get('set-cookie')!,
      /^reading=larger\.contrast\.spacing; .*HttpOnly/
    )
    const kept = await client.follow(answer)
    assert.include(kept.text, 'Your settings are kept.')
    assert.equal(kept.form(PAGE).fields.text, 'larger')
    for (const path of ['/', '/contact', '/sign-in', PAGE])
      assert.equal(wordsOf((await client.get(path)).text), 'larger contrast spacing', path)

    const back = await client.submit(kept.form(PAGE), { none: 'yes' })
    assert.equal(wordsOf((await client.follow(back)).text), '')
    assert.isUndefined(client.cookie('reading'))
  })

  test('a browser that refuses the cookie is not told that it was kept', async ({ assert }) => {
    for (const [kept, isSaid] of [
      ['large.links', false],
      ['none', true],
      ['x'.repeat(200), false],
    ] as const) {
      const { text } = await visitor({ language: 'en' }).get(`${PAGE}?kept=${kept}`)
      assert.equal(text.includes('Your settings are kept.'), isSaid, kept)
    }
  })

  test('nothing is kept of who changes nothing', async ({ assert }) => {
    const client = visitor()
    const answer = await client.submit((await client.get(PAGE)).form(PAGE))
    assert.equal(answer.status, 303)
    assert.isUndefined(client.cookie('reading'))
  })

  test('what stands in the cookie is looked at word by word', async ({ assert }) => {
    const read = async (value: string) =>
      wordsOf((await visitor().get(PAGE, { cookie: `reading=${value}` })).text)
    assert.equal(await read('still.large.large'), 'large still')
    assert.equal(await read('"><script>.links'), 'links')
    assert.equal(await read('__proto__.constructor'), '')
    assert.equal(await read('x'.repeat(4_000)), '')
  })

  test('another wish than those of the page is refused, and changes nothing', async ({
    assert,
  }) => {
    const client = visitor()
    const form = (await client.get(PAGE)).form(PAGE)
    for (const wrong of [{ text: 'tiny' }, { 'on[]': ['loud'] }]) {
      assert.equal((await client.submit(form, wrong)).status, 400)
      assert.isUndefined(client.cookie('reading'))
    }
  })

  test('every page leads there, in every language', async ({ assert }) => {
    const titles = new Set<string>()
    for (const locale of LOCALES) {
      const { text } = await visitor().get(`${PAGE}?lang=${locale}`)
      titles.add(/<h1>([^<]+)</.exec(text)![1])
      assert.notMatch(text, /reading\.(title|text|on|lead|keep|none)/)
      assert.match((await visitor().get(`/?lang=${locale}`)).text, /<header[\s\S]*href="\/reading"/)
    }
    assert.equal(titles.size, LOCALES.length)
  })
})
