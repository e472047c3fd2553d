import { test } from '@japa/runner'
import { judgeSlowForm } from '#app/web/domain/slow_form'
import { openSeal, sealForm } from '#app/web/captcha/form_seal'

const SHOWN = 1_795_000_000_000
const after = (seconds: number) => SHOWN + seconds * 1000

test.group('B9 forms sent without JavaScript', () => {
  test('a person takes ten seconds', ({ assert }) => {
    const form = { shownAt: SHOWN, honeypot: undefined }
    assert.deepEqual(judgeSlowForm(form, after(9.9)), { ok: false, reason: 'too_fast' })
    assert.deepEqual(judgeSlowForm(form, after(10)), { ok: true })
    assert.deepEqual(judgeSlowForm(form, after(7200)), { ok: true })
    assert.deepEqual(judgeSlowForm(form, after(7201)), { ok: false, reason: 'expired' })
  })

  test('a filled trap or a forged seal is no form of ours', ({ assert }) => {
    const trapped = judgeSlowForm({ shownAt: SHOWN, honeypot: 'x' }, after(60))
    const forged = judgeSlowForm({ shownAt: null, honeypot: null }, after(60))
    assert.deepEqual(trapped, { ok: false, reason: 'missing' })
    assert.deepEqual(forged, { ok: false, reason: 'missing' })
  })

  test('a seal opens for its own form alone', ({ assert }) => {
    const seal = sealForm('booking.confirm', SHOWN)
    assert.equal(openSeal('booking.confirm', seal), SHOWN)
    assert.isNull(openSeal('accounts.reset', seal))
    const [moment, signature] = seal.split('.')
    assert.isNull(openSeal('booking.confirm', `${moment}x.${signature}`))
    for (const junk of [undefined, '', '.', 'a.b.c', ['x'], 'x'.repeat(1_000_000), { a: 1 }]) {
      assert.isNull(openSeal('booking.confirm', junk))
    }
  })
})
