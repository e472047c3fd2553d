import { test } from '@japa/runner'
import { excerptOf } from '#plugins/shop-quotes/domain/words'

test.group('Excerpts of messages', () => {
  test('a short message stands whole, its lines too', ({ assert }) => {
    for (const text of ['When?', 'One line.\nAnother.', '😀'.repeat(300)]) {
      assert.equal(excerptOf(text), text)
    }
  })

  test('a long one ends between words, a word that never ends within it', ({ assert }) => {
    assert.equal(excerptOf('seven '.repeat(60)), `${'seven '.repeat(49)}seven…`)
    assert.equal(excerptOf('😀'.repeat(301)), `${'😀'.repeat(300)}…`)
  })
})
