import { test } from '@japa/runner'
import { clock } from '#core/platform'
import { captcha } from '#core/web'
import { freshDatabase } from '#tests/kit/database'
import { sealForm } from '#app/web/captcha/form_seal'
import { declareProbes } from '#tests/web/probes'
import { solveCaptcha } from '#tests/web/solve_captcha'
import { visitor } from '#tests/web/visitor'

const client = () => visitor()
const verify = async (fields: Record<string, string>) =>
  JSON.parse((await client().post('/probe/form', fields)).text)

const solve = (form: string) => solveCaptcha(client(), form)

test.group('B9 captcha', (group) => {
  group.setup(() => declareProbes())
  group.each.setup(() => freshDatabase())

  test('solved work is accepted once', async ({ assert }) => {
    const altcha = await solve('probe.form')
    assert.deepEqual(await verify({ altcha }), { ok: true, proof: 'captcha' })
    assert.deepEqual(await verify({ altcha }), { ok: false, reason: 'used' })
  })

  test('work done for another form does not count', async ({ assert }) => {
    const altcha = await solve('probe.other')
    assert.deepEqual(await verify({ altcha }), { ok: false, reason: 'wrong' })
  })

  test('altered or invented work is refused', async ({ assert }) => {
    const proof = JSON.parse(Buffer.from(await solve('probe.other'), 'base64').toString())
    proof.challenge.parameters.data.form = 'probe.form'
    const forged = [
      Buffer.from(JSON.stringify(proof)).toString('base64'),
      Buffer.from('{"challenge":{"parameters":{},"signature":"x"},"solution":{}}').toString(
        'base64'
      ),
      Buffer.from('{"challenge":{"parameters":{"nonce":1},"signature":"x"}}').toString('base64'),
      Buffer.from('null').toString('base64'),
      'not base64',
      'A'.repeat(100_000),
    ]
    for (const altcha of forged) {
      assert.deepEqual(await verify({ altcha }), { ok: false, reason: 'wrong' })
    }
  })

  test('without JavaScript a person who takes ten seconds passes, to be confirmed by mail', async ({
    assert,
  }) => {
    clock.freeze(Date.UTC(2026, 10, 23, 9))
    const _seal = sealForm('probe.form', clock.now())
    assert.deepEqual(await verify({ _seal }), { ok: false, reason: 'too_fast' })
    clock.advance(10_000)
    assert.deepEqual(await verify({ _seal, website: '' }), { ok: true, proof: 'slow_form' })
    assert.deepEqual(await verify({ _seal, website: 'x' }), { ok: false, reason: 'missing' })
    assert.deepEqual(await verify({}), { ok: false, reason: 'missing' })
  })

  test('tests may do without the work, once for each proof', async ({ assert }) => {
    captcha.fake()
    try {
      assert.deepEqual(await verify({ altcha: 'solved:1' }), { ok: true, proof: 'captcha' })
      assert.deepEqual(await verify({ altcha: 'solved:1' }), { ok: false, reason: 'used' })
      assert.deepEqual(await verify({ altcha: 'x' }), { ok: false, reason: 'wrong' })
    } finally {
      captcha.restore()
    }
    assert.deepEqual(await verify({ altcha: 'solved:2' }), { ok: false, reason: 'wrong' })
  })
})
