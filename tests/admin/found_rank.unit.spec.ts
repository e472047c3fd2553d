import { test } from '@japa/runner'
import { bestFirst, RANK, rankOf } from '#app/admin/domain/found_rank'

test.group('The rank of what a search finds', () => {
  test('an exact number or name comes first, in any case and order of words', ({ assert }) => {
    for (const [name, search] of [
      ['A-2027-0012', 'a-2027-0012'],
      ['Łucja Grün', 'LUCJA GRUN'],
      ['Anna Rossi', 'rossi  anna '],
    ]) {
      assert.equal(rankOf([name], search), RANK.named, search)
    }
    assert.notEqual(rankOf(['A-2027-00120'], 'A-2027-0012'), RANK.named)
    assert.notEqual(rankOf(['Anna Anna'], 'anna'), RANK.named)
  })

  test('then what begins so, then the beginning of a word, then a part of one', ({ assert }) => {
    assert.equal(rankOf(['Services'], 'serv'), RANK.begins)
    assert.equal(rankOf(['Anna Rossi'], 'anna ros'), RANK.begins)
    assert.equal(rankOf(['Anna Rossi'], 'ros'), RANK.words)
    assert.equal(rankOf(['Anna Rossi'], 'ros an'), RANK.words)
    assert.equal(rankOf(['A-2027-0012'], '0012'), RANK.words)
    assert.equal(rankOf(['Peña-Grün'], 'grü'), RANK.words)
    assert.equal(rankOf(['Web services'], 'serv'), RANK.words)
    assert.equal(rankOf(['Microservice'], 'serv'), RANK.holds)
    assert.equal(rankOf(['Johanna Ana'], 'ann'), RANK.holds)
    assert.equal(rankOf(['Anna Rossi'], 'anna zzz'), RANK.beside)
  })

  test('the best name counts, and without one or a word nothing is better', ({ assert }) => {
    assert.equal(rankOf(['Anna Rossi', 'AA001'], 'aa001'), RANK.named)
    assert.equal(rankOf(['AA001 · Anna Rossi', 'AA001', 'Anna Rossi'], 'rossi aa001'), RANK.words)
    assert.equal(rankOf([], 'anna'), RANK.beside)
    assert.equal(rankOf(['Anna'], ' '), RANK.beside)
  })

  test('what is equally good keeps its order', ({ assert }) => {
    const found = ['Microservice', 'Web services', 'Our services', 'Services']
    assert.deepEqual(
      bestFirst(found, (name) => rankOf([name], 'serv')),
      ['Services', 'Web services', 'Our services', 'Microservice']
    )
  })
})
