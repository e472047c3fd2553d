import { test } from '@japa/runner'
import { fold, searchPieces, searchText } from '#app/customers/domain/fold'

test.group('Folded search text', () => {
  test('letters of our eight languages fold to what people type', ({ assert }) => {
    const pairs = [
      ['Łukasz Żółć', 'lukasz zolc'],
      ['Peña Núñez', 'pena nunez'],
      ['Straße', 'strasse'],
      ['GRÜN', 'grun'],
      ['Façade Œuvre', 'facade oeuvre'],
      ['Col·lecció', 'colleccio'],
      ['João  Conceição ', 'joao conceicao'],
      ['L’Aquila', 'l’aquila'],
    ]
    for (const [text, folded] of pairs) assert.equal(fold(text), folded)
    const [composed, decomposed] = ['é', 'e\u0301']
    assert.equal(fold(composed), fold(decomposed))
  })

  test('the pieces of a term: words, and the digits of one phone number', ({ assert }) => {
    assert.deepEqual(searchPieces(' Müller  0171 / 22-33 '), ['muller', '01712233'])
    assert.deepEqual(searchPieces('+49 (171)'), ['49171'])
    assert.deepEqual(searchPieces('B12'), ['b12'])
    assert.deepEqual(searchPieces(' - '), [])
  })

  test('what is searched holds names, address and digits', ({ assert }) => {
    const person = { firstName: 'Łucja', lastName: 'Grün', email: 'L@x.org', phone: '+48 60-1' }
    assert.equal(searchText(person), ' lucja grun l@x.org 48601')
    assert.equal(searchText({ ...person, email: null, phone: null }), ' lucja grun')
  })
})
