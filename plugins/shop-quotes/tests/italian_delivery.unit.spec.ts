import { test } from '@japa/runner'
import { deliveryOf } from '#plugins/shop-quotes/domain/italian_delivery'

const company = (sdiCode: string, pec = '') =>
  deliveryOf({ country: 'IT', buyer: 'company', sdiCode, pec })
const to = (sdiCode: string, pec: string | null = null) => ({
  ok: true as const,
  delivery: { sdiCode, pec },
})
const refused = (field: string, reason: string) => ({ ok: false as const, field, reason })

/** The table "Italy's recipient code" of docs/domain/billing.md. */
test.group('shop-quotes | Recipient code', () => {
  test('S5 a person has seven zeros', ({ assert }) => {
    const person = { country: 'IT', buyer: 'person', sdiCode: 'ABC1234', pec: '?' } as const
    assert.deepEqual(deliveryOf(person), to('0000000'))
  })

  test('S5 a company has its code of seven, a public body one of six', ({ assert }) => {
    assert.deepEqual(company(' abc 1234 '), to('ABC1234'))
    assert.deepEqual(company('UFAB12'), to('UFAB12'))
    assert.deepEqual(company('ABC1234', 'rossi@pec.example'), to('ABC1234', 'rossi@pec.example'))
    for (const code of ['ABC12', 'ABC12345', 'ABC-123', 'ÀBC1234']) {
      assert.deepEqual(company(code), refused('sdiCode', 'not_a_recipient_code'))
    }
  })

  test('S5 a company with a PEC alone has seven zeros', ({ assert }) => {
    assert.deepEqual(company('', 'rossi@pec.example'), to('0000000', 'rossi@pec.example'))
    assert.deepEqual(company('0000000', 'rossi@pec.example'), to('0000000', 'rossi@pec.example'))
    assert.deepEqual(company(''), refused('sdiCode', 'one_of_two'))
    assert.deepEqual(company('0000000'), refused('sdiCode', 'one_of_two'))
  })

  test('abroad there are seven X, which Italy refuses', ({ assert }) => {
    const abroad = { country: 'DE', buyer: 'company', sdiCode: 'ABC1234', pec: '' } as const
    assert.deepEqual(deliveryOf(abroad), to('XXXXXXX'))
    assert.deepEqual(company('xxxxxxx'), refused('sdiCode', 'not_for_italy'))
  })

  test('a PEC is a mail address, but not one of the exchange system', ({ assert }) => {
    for (const pec of [
      'rossi',
      'a b@pec.example',
      'a\0@pec.example',
      'a@b',
      `${'a'.repeat(300)}@pec.example`,
    ]) {
      assert.deepEqual(company('ABC1234', pec), refused('pec', 'not_an_email'))
    }
    for (const pec of ['sdi01@pec.fatturapa.it', 'SDI14@PEC.fatturapa.it']) {
      assert.deepEqual(company('', pec), refused('pec', 'pec_of_the_exchange'))
    }
  })
})
