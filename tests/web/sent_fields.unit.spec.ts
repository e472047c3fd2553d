import { test } from '@japa/runner'
import { sentFields } from '#app/web/domain/sent_fields'

test.group('Fields of a form with files', () => {
  test('V6 go back under the names that they came with', ({ assert }) => {
    const body = {
      first_name: 'Ada <b>',
      note: null,
      days: ['1', '3'],
      answers: { occasion: 'renewal', many: ['a', 'b'] },
      rows: [{ label: { it: 'Uno' } }, { label: { it: 'Due' } }],
    }
    assert.deepEqual(
      sentFields(body).map(({ name, value }) => `${name}=${value}`),
      [
        'first_name=Ada <b>',
        'note=',
        'days[]=1',
        'days[]=3',
        'answers[occasion]=renewal',
        'answers[many][]=a',
        'answers[many][]=b',
        'rows[0][label][it]=Uno',
        'rows[1][label][it]=Due',
      ]
    )
  })

  test('of none there are none', ({ assert }) => assert.deepEqual(sentFields({}), []))
})
