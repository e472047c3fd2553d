import { test } from '@japa/runner'
import { filledText } from '#plugins/helpdesk/domain/template_text'

const VALUES = { customer: 'Bea Nowhere', number: 'T-2027-00001', agent: 'Ada Brandt' }

test.group('Answer templates', () => {
  test('every place is filled in, as often as it stands there', ({ assert }) => {
    const text = 'Hello {customer}, about {number}: … {customer}.\n{agent}'
    const filled = 'Hello Bea Nowhere, about T-2027-00001: … Bea Nowhere.\nAda Brandt'
    assert.equal(filledText(text, VALUES), filled)
  })

  test('a place that nobody knows stays as it is written', ({ assert }) => {
    assert.equal(filledText('{today} {} {Customer}', VALUES), '{today} {} {Customer}')
  })

  test('what is filled in is not looked through again', ({ assert }) => {
    const text = filledText('{customer}', { ...VALUES, customer: '{agent} $& $1' })
    assert.equal(text, '{agent} $& $1')
  })
})
