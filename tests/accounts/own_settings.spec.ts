import { test } from '@japa/runner'
import { sessionsOf } from '#core/accounts'
import { signedIn, someStaff } from '#tests/accounts/people'
import { freshDatabase } from '#tests/kit/database'
import type { Answer } from '#tests/kit/http'
import { visitor } from '#tests/web/visitor'

const formOf = (page: Answer) => page.forms().find(({ action }) => action === '/admin/me')!

const rootOf = (page: string) => /<html[^>]*>/.exec(page)![0]

test.group('My settings in the panel', (group) => {
  group.each.setup(() => freshDatabase())

  test('theme, density and language are kept and hold on every page', async ({ assert }) => {
    const user = await someStaff({ role: 'desk' })
    const desk = await signedIn(user)
    const page = await desk.get('/admin/me')
    assert.include(rootOf(page.text), 'data-theme="system" data-density="comfortable"')
    const chosen = { theme: 'dark', density: 'compact', locale: 'de' }
    const saved = await desk.submit(formOf(page), chosen)
    assert.equal(saved.location, '/admin/me')
    const again = await desk.follow(saved)
    assert.include(rootOf(again.text), 'lang="de"')
    assert.include(again.text, 'Meine Einstellungen')
    assert.include(
      rootOf((await desk.get('/admin')).text),
      'data-theme="dark" data-density="compact"'
    )
    assert.include(rootOf((await desk.get('/account')).text), 'data-theme="dark"')
    const stranger = await visitor().get('/sign-in')
    assert.include(rootOf(stranger.text), 'data-theme="system"')
  })

  test('the menu changes one of them and leads back to the page', async ({ assert }) => {
    const user = await someStaff({ role: 'desk' })
    const desk = await signedIn(user)
    const form = (await desk.get('/admin?x=1')).form('/admin/me/looks')
    assert.equal((await desk.submit(form, { theme: 'light' })).location, '/admin?x=1')
    await user.refresh()
    assert.deepEqual([user.theme, user.density], ['light', 'comfortable'])
    const hostile = { ...form.fields, next: '//evil.example', theme: 'dark' }
    assert.equal((await desk.post('/admin/me/looks', hostile)).location, '/admin/me')
    await desk.post('/admin/me/looks', { ...form.fields, theme: 'neon' })
    await user.refresh()
    assert.equal(user.theme, 'dark')
  })

  test('what is not on offer is refused in words, and nothing changes', async ({ assert }) => {
    const user = await someStaff({ role: 'desk' })
    const desk = await signedIn(user)
    const form = formOf(await desk.get('/admin/me'))
    const refused = await desk.submit(form, {
      theme: 'neon',
      role: 'owner',
      email: 'x@example.org',
    })
    assert.equal(refused.status, 422)
    assert.include(refused.text, 'href="#theme"')
    await desk.submit(form, { role: 'owner', email: 'x@example.org', version: '9' })
    const after = await user.refresh()
    assert.deepEqual([after.theme, after.role, after.email], ['system', 'desk', user.email])
  })

  test('one ends one’s own sessions elsewhere, and nobody else’s', async ({ assert }) => {
    const user = await someStaff({ role: 'desk' })
    const desk = await signedIn(user)
    const phone = await signedIn(user)
    const other = await someStaff({ role: 'desk' })
    await signedIn(other)
    const page = await desk.get('/admin/me')
    const form = page.form('/admin/me/sessions/')
    assert.equal((await desk.submit(form)).location, '/admin/me')
    assert.equal((await phone.get('/admin')).status, 303)
    assert.lengthOf(await sessionsOf(user.id), 1)
    const [foreign] = await sessionsOf(other.id)
    const path = `/admin/me/sessions/${foreign.publicId}/end`
    assert.equal((await desk.post(path, form.fields)).status, 404)
    assert.lengthOf(await sessionsOf(other.id), 1)
  })
})
