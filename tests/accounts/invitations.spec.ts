import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { User } from '#core/accounts'
import { auditTrailOf } from '#core/audit'
import { OutboxMail } from '#core/messaging'
import { clock } from '#core/platform'
import { PASSWORD, signedIn, someStaff } from '#tests/accounts/people'
import { freshDatabase } from '#tests/kit/database'
import { visitor } from '#tests/web/visitor'

const NEW = { firstName: 'Nela', lastName: 'Neu', email: 'Nela@Example.org', locale: 'de' }
const CHOSEN = {
  first_name: 'Nela Maria',
  last_name: 'Neuhaus',
  password: PASSWORD,
  password_confirmation: PASSWORD,
}

/** The newest link, as only the recipient reads it. */
async function mailedPath(): Promise<string> {
  const mail = await OutboxMail.query()
    .where({ template: 'accounts.invitation', toAddress: 'nela@example.org' })
    .orderBy('id', 'desc')
    .firstOrFail()
  return `/invitation/${(mail.data as { token: string }).token}`
}

async function invite() {
  const desk = await signedIn(await someStaff({ role: 'owner' }))
  const page = await desk.get('/admin/accounts/staff/create')
  const form = page.forms().find(({ action }) => action === '/admin/accounts/staff')!
  const answer = await desk.submit(form, { ...NEW, role: 'desk' })
  const user = await User.findByOrFail('email', 'nela@example.org')
  return { desk, user, answer }
}

test.group('Invitations of staff', (group) => {
  group.each.setup(() => freshDatabase())

  test('from the panel over the mail to a first day at work', async ({ assert }) => {
    const { desk, user, answer } = await invite()
    assert.equal(answer.status, 303)
    assert.isNull(user.password)
    assert.include((await desk.get('/admin/accounts/staff')).text, 'Invited')
    const path = await mailedPath()
    const stored = await db.from('accounts_tokens').where('user_id', user.id).firstOrFail()
    assert.equal(stored.purpose, 'invitation')
    assert.notInclude(JSON.stringify(stored), path.split('/')[2])
    assert.isAbove(Number(stored.expires_at), clock.now() + 6.9 * 86_400_000)

    const client = visitor({ language: 'de' })
    const page = await client.get(path)
    assert.equal(page.headers.get('referrer-policy'), 'no-referrer')
    const form = page.form('/invitation/')
    assert.deepEqual([form.fields.first_name, form.fields.last_name], ['Nela', 'Neu'])
    const done = await client.submit(form, CHOSEN)
    assert.equal(done.location, '/admin')
    assert.equal((await client.follow(done)).status, 200)
    await user.refresh()
    assert.equal(user.name, 'Nela Maria Neuhaus')
    const trail = await auditTrailOf('accounts.user', user.id)
    assert.sameMembers(
      trail.map(({ action }) => action),
      ['accounts.user_created', 'accounts.user_invited', 'accounts.invitation_accepted']
    )
    const again = await visitor().get(path)
    assert.equal(again.status, 410)
    assert.include(again.text, 'href="/password"')
  })

  test('of two forms sent at once one opens the account', async ({ assert }) => {
    await invite()
    const path = await mailedPath()
    const answers = await Promise.all([
      visitor().post(path, CHOSEN),
      visitor().post(path, { ...CHOSEN, first_name: 'Eve' }),
    ])
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [303, 410])
  })

  test('a link ends after 7 days, with a newer one, and with the account', async ({ assert }) => {
    const { desk, user } = await invite()
    const first = await mailedPath()
    const ask = await desk.get(`/admin/accounts/staff/${user.id}/invite`)
    await desk.submit(ask.form('/invite'))
    const second = await mailedPath()
    assert.notEqual(second, first)
    assert.equal((await visitor().get(first)).status, 410)
    assert.equal((await visitor().get(second)).status, 200)
    await user.merge({ disabledAt: clock.now() }).save()
    assert.equal((await visitor().post(second, CHOSEN)).status, 410)
    await user.merge({ disabledAt: null }).save()
    await db.from('accounts_tokens').update({ expires_at: clock.now() })
    assert.equal((await visitor().post(second, CHOSEN)).status, 410)
    assert.isNull((await user.refresh()).password)
  })

  test('an invitation sets no password of somebody who has one, nor a reset link a name', async ({
    assert,
  }) => {
    const { user } = await invite()
    const path = await mailedPath()
    assert.equal((await visitor().get(path.replace('invitation', 'password'))).status, 410)
    await user.merge({ password: 'x' }).save()
    assert.equal((await visitor().post(path, CHOSEN)).status, 410)
    const owner = await User.query().where('role', 'owner').firstOrFail()
    const desk = await signedIn(owner)
    assert.equal((await desk.get(`/admin/accounts/staff/${user.id}/invite`)).status, 409)
  })

  test('what is wrong is said beside it, and the names are kept', async ({ assert }) => {
    await invite()
    const path = await mailedPath()
    const weak = { password: 'Neuhaus-Neuhaus-1', password_confirmation: 'Neuhaus-Neuhaus-1' }
    const page = await visitor({ language: 'en' }).post(path, { ...CHOSEN, ...weak })
    assert.equal(page.status, 422)
    assert.include(page.text, 'built on your name')
    assert.equal(page.form('/invitation/').fields.first_name, 'Nela Maria')
    const other = await visitor({ language: 'en' }).post(path, {
      ...CHOSEN,
      first_name: '',
      password_confirmation: 'other',
    })
    assert.include(other.text, 'href="#first_name"')
  })
})
