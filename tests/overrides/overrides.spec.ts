import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { test } from '@japa/runner'
import ace from '@adonisjs/core/services/ace'
import edge from 'edge.js'
import i18nManager from '@adonisjs/i18n/services/main'
import { dataPath } from '#core/platform'
import { overridesAreInUse } from '#app/overrides/health'
import { textOverrides } from '#app/overrides/texts'
import { viewOverrides } from '#app/overrides/views'
import { refreshOverrides } from '#app/overrides/watch'
import { atDesk, HOSTILE, isClean } from '#tests/admin/desk'
import { freshDatabase } from '#tests/kit/database'
import { visitor } from '#tests/web/visitor'

const folder = (...parts: string[]) => dataPath('overrides', ...parts)

async function put(path: string, content: string): Promise<void> {
  mkdirSync(dirname(folder(path)), { recursive: true })
  writeFileSync(folder(path), content)
  await refreshOverrides()
}

async function clear(): Promise<void> {
  rmSync(folder(), { recursive: true, force: true })
  await refreshOverrides()
}

const home = async () => {
  const answer = await visitor().get('/')
  return { status: answer.status, text: answer.text }
}

test.group('Overrides of views', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => clear)

  test('P6 a view of the core and one of a plugin are replaced without a restart, and given back', async ({
    assert,
  }) => {
    const before = await home()
    await put('views/core/web/pages/home.edge', '<h1>Our own {{ organisation.name }}</h1>')
    assert.deepEqual(await home(), { status: 200, text: '<h1>Our own Sportello</h1>' })
    await put('views/booking/pages/services.edge', '<p>Our own list</p>')
    assert.equal((await visitor().get('/booking')).text, '<p>Our own list</p>')
    await put('views/core/web/pages/home.edge', '<h1>Changed</h1>')
    assert.equal((await home()).text, '<h1>Changed</h1>')
    await clear()
    assert.equal((await home()).text.length, before.text.length)
    assert.deepEqual(viewOverrides(), [])
  })

  test('partials and components are replaced wherever they are used', async ({ assert }) => {
    await put('views/core/ui/components/skip_link.edge', '<a href="#content">Straight on</a>')
    assert.include((await home()).text, '<a href="#content">Straight on</a>')
    await put('views/core/organisation/partials/parts.edge', '<b>part</b>')
    assert.include((await visitor().get('/legal-notice')).text, '<b>part</b>')
  })

  for (const [what, template] of [
    ['a syntax error', '@if(true)\n<p>never closed</p>'],
    ['an unknown component', '@!ui.nothing({ label: 1 })\n'],
    ['a partial that is not there', "@include('web/partials/nothing')\n"],
    ['a value that is not there', '<p>{{ nothing.at.all }}</p>'],
    ['a JavaScript error', '{{ (() => { throw new Error("no") })() }}'],
    ['more than 256 kB', `<p>${'x'.repeat(300_000)}</p>`],
  ]) {
    test(`an override with ${what} shows the original and says why`, async ({ assert }) => {
      const before = await home()
      await put('views/core/web/pages/home.edge', template)
      const after = await home()
      assert.equal(after.status, 200)
      assert.equal(after.text.length, before.text.length)
      const [state] = viewOverrides()
      assert.equal(state.state, 'broken')
      assert.isNotEmpty(state.problem)
      assert.isFalse((await overridesAreInUse.check()).ok)
      const page = await (await atDesk('owner')).get('/admin/overrides')
      assert.include(page.text, 'Not in use')
    })
  }

  test('an override is not blamed for an error of the original', async ({ assert }) => {
    await put('views/core/ui/partials/notices.edge', '{{ notices().at.all.costs }}')
    const render = () => edge.createRenderer().render('ui::partials/notices', { notices: 1 })
    await assert.rejects(render)
    assert.equal(viewOverrides()[0].state, 'active')
  })

  test('an original that changed since is told apart', async ({ assert }) => {
    await put('views/core/web/pages/home.edge', '{{-- original: 0123456789abcdef --}}\n<p>Own</p>')
    assert.equal(viewOverrides()[0].original, 'changed')
    assert.equal((await home()).text.trim(), '<p>Own</p>')
    const page = await (await atDesk('owner')).get('/admin/overrides')
    assert.include(page.text, 'In use, original changed')
  })

  test('names that lead out, links and views that nobody ships change nothing', async ({
    assert,
  }) => {
    const before = await home()
    await put('views/core/..hidden/home.edge', 'x')
    await put('views/core/web/pages/nothing.edge', 'x')
    await put('views/nobody/pages/home.edge', 'x')
    mkdirSync(folder('views/core/web/pages'), { recursive: true })
    symlinkSync('/etc/passwd', folder('views/core/web/pages/home.edge'))
    await refreshOverrides()
    assert.equal((await home()).text.length, before.text.length)
    assert.deepEqual(
      viewOverrides().map(({ path, state }) => [path, state]),
      [
        ['core/web/pages/nothing.edge', 'no_original'],
        ['nobody/pages/home.edge', 'no_original'],
      ]
    )
  })

  test('the command copies a view with its mark, once, and no other file', async ({ assert }) => {
    ace.ui.switchMode('raw')
    const copy = await ace.exec('override:copy', ['web/pages/home'])
    assert.equal(copy.exitCode, 0)
    await refreshOverrides()
    assert.deepEqual(
      viewOverrides().map(({ path, state, original }) => [path, state, original]),
      [['core/web/pages/home.edge', 'active', 'same']]
    )
    assert.equal((await ace.exec('override:copy', ['web/pages/home'])).exitCode, 1)
    assert.equal((await ace.exec('override:copy', ['booking::pages/services'])).exitCode, 0)
    for (const view of ['nothing', '../../package', 'booking::../plugin', 'core::x\0']) {
      assert.equal((await ace.exec('override:copy', [view])).exitCode, 1, view)
    }
    assert.equal((await ace.exec('override:list', [])).exitCode, 0)
  })
})

test.group('Overrides of texts', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => clear)

  const english = (key: string, values?: Record<string, unknown>) =>
    i18nManager.locale('en').t(key, values)

  test('P6 a text is replaced without a restart, printed as text, and given back', async ({
    assert,
  }) => {
    const before = english('web.home.lead')
    await put('lang/en/web.json', JSON.stringify({ home: { lead: HOSTILE } }))
    assert.include(english('web.home.lead'), '<script>alert(1)</script>')
    const page = await visitor().get('/')
    assert.isTrue(isClean(page))
    await clear()
    assert.equal(english('web.home.lead'), before)
  })

  test('what cannot be read or names other values gives way to the original', async ({
    assert,
  }) => {
    const before = english('booking.rests.appointments', { count: 2 })
    await put(
      'lang/en/booking.json',
      JSON.stringify({
        rests: { appointments: '{count, plural, one {#}' },
        home: { title: 'Ours', summary: '{stranger} comes' },
        nothing: 'x',
        plugin: { name: 7 },
      })
    )
    assert.equal(english('booking.rests.appointments', { count: 2 }), before)
    assert.equal(english('booking.home.title'), 'Ours')
    assert.deepEqual(textOverrides(), [
      {
        file: 'en/booking.json',
        used: 1,
        problem: null,
        changed: [],
        problems: [
          { key: 'booking.rests.appointments', reason: 'unreadable' },
          { key: 'booking.home.summary', reason: 'other_arguments' },
          { key: 'booking.nothing', reason: 'unknown_key' },
          { key: 'booking.plugin.name', reason: 'not_a_text' },
        ],
      },
    ])
    const page = await (await atDesk('owner')).get('/admin/overrides')
    assert.include(page.text, 'Partly in use')
    assert.include(page.text, 'booking.home.summary: names values that do not exist here')
  })

  test('a text whose original an upgrade has changed is named until it is written anew', async ({
    assert,
  }) => {
    const path = 'lang/en/web.json'
    const ours = (lead: string, end = '') => JSON.stringify({ home: { lead } }) + end
    const stateNow = async () => {
      const page = await (await atDesk('owner')).get('/admin/overrides')
      return page.text.includes('the original text has changed since you wrote yours')
    }
    await put(path, ours('How can we help?'))
    assert.isFalse(await stateNow())
    const known = dataPath('override-originals.json')
    const before = readFileSync(known, 'utf8')
    writeFileSync(known, before.replace(/"original":"[^"]+"/, '"original":"of-an-older-version"'))
    await put(path, ours('How can we help?', '\n'))
    assert.deepEqual(textOverrides()[0].changed, ['web.home.lead'])
    assert.isTrue(await stateNow())
    assert.isTrue((await overridesAreInUse.check()).ok, 'it is in use all the same')
    await put(path, ours('What can we do for you?'))
    assert.isFalse(await stateNow())
  })

  test('a folder inside a language is part of the key', async ({ assert }) => {
    await put('lang/en/platform/admin.json', JSON.stringify({ plugins: { title: 'Add-ons' } }))
    assert.equal(english('platform.admin.plugins.title'), 'Add-ons')
  })

  test('a file that is no JSON, and one of a strange language, are left out', async ({
    assert,
  }) => {
    await put('lang/en/web.json', '{ "home": ')
    await put('lang/xx/web.json', '{}')
    await put('lang/en.json', '[]')
    assert.deepEqual(
      textOverrides().map(({ file, problem }) => [file, problem]),
      [
        ['en.json', 'not_a_language'],
        ['en/web.json', 'not_json'],
        ['xx/web.json', 'not_a_language'],
      ]
    )
    assert.equal((await home()).status, 200)
  })
})
