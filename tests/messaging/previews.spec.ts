import { test } from '@japa/runner'
import { queueMail, type OutboxMail } from '#core/messaging'
import { transaction, urlFor } from '#core/platform'
import { signedIn, someCustomer, someStaff } from '#tests/accounts/people'
import { freshDatabase } from '#tests/kit/database'
import { withModule } from '#tests/jobs/kit'
import { anna, onlyMail, queueVisit, SecretMail, VisitMail } from '#tests/messaging/mails'

const addressOf = ({ id }: OutboxMail) => urlFor('messaging.mails.preview', { id })

test.group('Preview of a mail', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => withModule('testing', { mails: [VisitMail, SecretMail] }))

  test('staff see the mail in the customer’s language, under a policy without scripts', async ({
    assert,
  }) => {
    await queueVisit()
    const staff = await signedIn(await someStaff({ role: 'desk' }))
    const answer = await staff.get(addressOf(await onlyMail()))
    assert.equal(answer.status, 200)
    assert.include(answer.text, 'La posta funziona')
    const policy = answer.headers.get('content-security-policy')!
    assert.include(policy, "default-src 'none'")
    assert.notInclude(policy, 'script-src')
    assert.include(policy, "frame-ancestors 'self'")
  })

  test('a secret and an unknown mail are not found', async ({ assert }) => {
    await transaction((trx) => queueMail(trx, SecretMail, { ...anna, data: { token: 'canary' } }))
    const staff = await signedIn(await someStaff({ role: 'owner' }))
    assert.equal((await staff.get(addressOf(await onlyMail()))).status, 404)
    const unknown = urlFor('messaging.mails.preview', { id: 9999 })
    assert.equal((await staff.get(unknown)).status, 404)
  })

  test('customers and staff without the permission are refused', async ({ assert }) => {
    await queueVisit()
    const address = addressOf(await onlyMail())
    for (const person of [await someCustomer(), await someStaff({ role: null })]) {
      const client = await signedIn(person)
      assert.equal((await client.get(address)).status, 403)
    }
  })
})
