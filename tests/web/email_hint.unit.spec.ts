import { test } from '@japa/runner'
import { emailHint } from '#app/web/domain/email_hint'

test.group('E-mail hint', () => {
  test('one slip in a well-known domain is pointed out')
    .with([
      ['ana@gmial.com', 'ana@gmail.com'],
      ['ana@gmai.com', 'ana@gmail.com'],
      ['ana@gmail.con', 'ana@gmail.com'],
      ['ana@gmaill.com', 'ana@gmail.com'],
      ['ana@Hotmial.com', 'ana@hotmail.com'],
      ['ana@libeo.it', 'ana@libero.it'],
      ['"a@b"@outlok.com', '"a@b"@outlook.com'],
      ['ana@t-onlien.de', 'ana@t-online.de'],
    ])
    .run(({ assert }, [typed, meant]) => {
      assert.equal(emailHint(typed), meant)
    })

  test('an address that may well be right is left alone')
    .with([
      'ana@gmail.com',
      'ana@mail.com',
      'ana@example.org',
      'ana@hotmail.ch',
      'ana@gmx.at',
      'ana@yahoo.pt',
      'ana@live.it',
      'ana@tim.com',
      'ana@wp.eu',
      'ana',
      '@gmail.com',
      'ana@',
      '',
    ])
    .run(({ assert }, address) => {
      assert.isNull(emailHint(address))
    })

  test('a megabyte is no address', ({ assert }) => {
    assert.isNull(emailHint(`a@${'g'.repeat(1_000_000)}`))
  })
})
