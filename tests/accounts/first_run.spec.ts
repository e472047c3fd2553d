import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { createUser, User } from '#core/accounts'
import { isSlug, Location, Organisation } from '#core/organisation'
import { SYSTEM } from '#core/platform'
import { forgetFirstRunToken } from '#app/accounts/drivers/first_run_token'
import { announceFirstRun } from '#app/accounts/actions/announce_first_run'
import { withTwoFactor } from '#tests/accounts/codes'
import { PASSWORD, signedIn, someCustomer, someStaff } from '#tests/accounts/people'
import { freshDatabase } from '#tests/kit/database'
import { visitor } from '#tests/web/visitor'

const FORM = {
  organisation: 'Optik Prova',
  locale: 'de',
  location: 'Bad Cannstatt (Süd)',
  address: 'Beispielweg 1',
  zone: 'Europe/Berlin',
  first_name: 'Orla',
  last_name: 'Feldstern',
  email: 'Orla@Example.org',
  password: PASSWORD,
  password_confirmation: PASSWORD,
}

/** The path that a start prints, as its reader copies it. */
async function printedPath(): Promise<string> {
  const printed = await announceFirstRun()
  return new URL(/http\S+/.exec(printed ?? '')![0]).pathname
}

test.group('The first run', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => forgetFirstRunToken)

  test('makes owner, organisation and location, signs in and leads to mail', async ({ assert }) => {
    const client = visitor({ language: 'en' })
    const page = await client.get(await printedPath())
    assert.equal(page.status, 200)
    assert.equal(page.headers.get('referrer-policy'), 'no-referrer')
    const done = await client.submit(page.form('/first-run/'), FORM)
    assert.equal(done.location, '/admin/settings?owner=messaging')
    const mail = await client.follow(done)
    assert.include(mail.text, 'Step 2 of 4')
    assert.include(mail.text, 'carry on from here')

    const user = await User.firstOrFail()
    assert.containsSubset(user.serialize(), {
      kind: 'staff',
      role: 'owner',
      email: 'orla@example.org',
      locale: 'en',
    })
    const organisation = await Organisation.firstOrFail()
    assert.deepEqual([organisation.name, organisation.defaultLocale], ['Optik Prova', 'de'])
    const location = await Location.firstOrFail()
    assert.equal(location.slug, 'bad-cannstatt-sud')
    assert.equal(location.zone, 'Europe/Berlin')
    const trail = await db.from('audit_entries').orderBy('id').select('action')
    assert.deepEqual(
      trail.map(({ action }) => action),
      ['accounts.user_created', 'organisation.profile_changed', 'organisation.location_created']
    )
  })

  test('goes on over mail and plugins to the second factor, after any interruption', async ({
    assert,
  }) => {
    await visitor({ language: 'en' }).post(await printedPath(), FORM)
    const desk = await signedIn(await User.firstOrFail())
    for (const path of ['/admin', '/admin/accounts/staff', '/admin/jobs/jobs']) {
      assert.equal((await desk.get(path)).location, '/admin/settings?owner=messaging', path)
    }
    const mail = await desk.get('/admin/settings?owner=messaging')
    assert.include(mail.text, 'SMTP_HOST')
    assert.notInclude(mail.text, 'id="desk-navigation"')
    assert.include(mail.text, '/actions/send-test')
    const test = await desk.get('/admin/messaging/mails/actions/send-test')
    const sent = await desk.submit(test.form('/send-test'), {})
    assert.include(sent.text, 'Step 2 of 4')
    assert.include(sent.text, 'data-tone="warning"', 'no mail server is named here')
    assert.include(sent.text, 'href="/admin/platform/plugins"')

    const plugins = await desk.get('/admin/platform/plugins')
    const enabled = await desk.submit(plugins.form('/plugins/booking'), { enabled: 'yes' })
    const after = await desk.follow(enabled)
    assert.include(after.text, 'Step 3 of 4')
    assert.include(after.text, 'href="/account/security/two-factor"')
    const factor = await desk.get('/account/security/two-factor')
    assert.include(factor.text, 'Step 4 of 4')
    assert.include(factor.text, 'Your role asks for this second step')

    await withTwoFactor(await User.firstOrFail())
    assert.equal((await desk.get('/admin')).status, 200)
    const settings = await desk.get('/admin/settings?owner=messaging')
    assert.notInclude(settings.text, 'of 4')
    assert.include(settings.text, 'id="desk-navigation"')
  })

  test('an owner among others sets the second factor up before anything else', async ({
    assert,
  }) => {
    await visitor({ language: 'en' }).post(await printedPath(), FORM)
    await someStaff({ role: 'desk' })
    const desk = await signedIn(await User.firstOrFail())
    for (const path of ['/admin', '/admin/settings?owner=messaging', '/admin/platform/plugins']) {
      assert.equal((await desk.get(path)).location, '/account/security/two-factor', path)
    }
    const asked = await desk.post('/admin/platform/plugins/booking', { enabled: 'yes' })
    assert.notEqual(asked.status, 200)
  })

  test('a place called {$self} gets a word for its links')
    .with([`${'x'.repeat(59)} y`, '本店', 'Große Straße 1–3'])
    .run(async ({ assert }, location) => {
      const answer = await visitor().post(await printedPath(), { ...FORM, location })
      assert.equal(answer.status, 303)
      const { slug } = await Location.firstOrFail()
      assert.isTrue(isSlug(slug), slug)
    })

  test('refuses to run twice, also for who still has the form open', async ({ assert }) => {
    const path = await printedPath()
    const [first, second] = await Promise.all([
      visitor().post(path, FORM),
      visitor().post(path, { ...FORM, email: 'second@example.org' }),
    ])
    assert.deepEqual([first.status, second.status].toSorted(), [303, 410])
    for (const answer of [await visitor().post(path, FORM), await visitor().get(path)]) {
      assert.equal(answer.status, 410)
      assert.include(answer.text, 'This page is closed')
    }
    assert.lengthOf(await User.all(), 1)
    assert.lengthOf(await Location.all(), 1)
    assert.isNull(await announceFirstRun(), 'a start prints it no more')
  })

  test('is closed for a wrong token, and once anybody works here', async ({ assert }) => {
    const path = await printedPath()
    assert.equal(await printedPath(), path, 'the next start prints the same')
    assert.equal((await visitor().get('/first-run/wrong')).status, 410)
    assert.equal((await visitor().post('/first-run/wrong', FORM)).status, 410)
    await someCustomer()
    assert.equal((await visitor().get(path)).status, 200, 'a customer may have registered before')
    await someStaff({ role: null })
    assert.equal((await visitor().post(path, FORM)).status, 410)
    assert.lengthOf(await Location.all(), 0)
  })

  test('what is wrong is said beside it, and all but the passwords is kept', async ({ assert }) => {
    const path = await printedPath()
    const refused = async (fields: Record<string, string>, field: string, sentence: string) => {
      const sent = { ...FORM, ...fields }
      const page = await visitor({ language: 'en' }).post(path, sent)
      assert.equal(page.status, 422, sentence)
      assert.include(page.text, `href="#${field}"`)
      assert.include(page.text, sentence)
      const { fields: kept } = page.form('/first-run/')
      assert.deepEqual(kept, {
        ...sent,
        [field]: kept[field],
        password: '',
        password_confirmation: '',
      })
    }
    await refused(
      { organisation: '' },
      'organisation',
      'Please fill in “Name of the organisation”.'
    )
    await refused({ location: '' }, 'location', 'Please fill in “Location”.')
    await refused({ email: 'orla' }, 'email', 'an e-mail address such as')
    await refused({ zone: 'Mars/North' }, 'zone', 'one of the given answers')
    await refused({ locale: 'xx' }, 'locale', 'one of the given answers')
    await refused({ password_confirmation: 'other' }, 'password_confirmation', 'not the same')
    const short = { password: 'short words', password_confirmation: 'short words' }
    await refused(short, 'password', 'at least 12 characters')
    const own = { password: 'Optik-Prova-2026', password_confirmation: 'Optik-Prova-2026' }
    await refused(own, 'password', 'built on your name')
    assert.lengthOf(await User.all(), 0)
  })

  test('an address that a customer has is refused beside the field', async ({ assert }) => {
    const path = await printedPath()
    const taken = { kind: 'customer', email: 'orla@example.org', password: PASSWORD } as const
    await createUser({ ...taken, firstName: 'Orla', lastName: 'Feldstern', locale: 'en' }, SYSTEM)
    const page = await visitor({ language: 'en' }).post(path, FORM)
    assert.equal(page.status, 422)
    assert.include(page.text, 'href="#email"')
    assert.lengthOf(await Location.all(), 0, 'nothing of it is stored')
  })
})
