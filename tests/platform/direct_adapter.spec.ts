import { BaseModel, column } from '@adonisjs/lucid/orm'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { json } from '#core/platform'

class Note extends BaseModel {
  static override table = 'notes_of_a_test'

  @column({ isPrimary: true })
  declare id: number

  /** A word of SQL, as columns of plugins may be. */
  @column()
  declare order: number | null

  @column()
  declare shown: boolean | null

  @json()
  declare texts: Record<string, string>
}

test.group('platform | models stored by the driver', (group) => {
  group.each.setup(async () => {
    await db.connection().schema.createTable(Note.table, (table) => {
      table.increments('id')
      table.integer('order').nullable()
      table.boolean('shown').notNullable().defaultTo(true)
      table.text('texts').notNullable()
    })
    return () => db.connection().schema.dropTable(Note.table)
  })

  test('what is left out takes its default, what is JSON stays JSON', async ({ assert }) => {
    const note = await Note.create({ order: 3, texts: { es: "l'hora ?" } })
    const stored = await Note.findOrFail(note.id)
    assert.equal(stored.order, 3)
    assert.isTrue(Boolean(stored.shown))
    assert.deepEqual(stored.texts, { es: "l'hora ?" })
  })

  test('only what changed is written, and null is a value', async ({ assert }) => {
    const note = await Note.create({ order: 3, texts: {} })
    await db.from(Note.table).where('id', note.id).update({ shown: false })
    await note.merge({ order: null, shown: undefined }).save()
    const stored = await Note.findOrFail(note.id)
    assert.isNull(stored.order)
    assert.isFalse(Boolean(stored.shown))
  })

  test('JSON that was changed in place is changed; what was not touched is not', async ({
    assert,
  }) => {
    const { id } = await Note.create({ texts: { es: 'hola' } })
    const note = await Note.findOrFail(id)
    assert.isFalse(note.$isDirty)
    note.texts.es = 'adiós'
    assert.deepEqual(Object.keys(note.$dirty), ['texts'])
    await note.save()
    assert.isFalse(note.$isDirty)
    assert.deepEqual((await Note.findOrFail(id)).texts, { es: 'adiós' })
  })

  test('a record of a transaction that was rolled back is not there', async ({ assert }) => {
    await assert.rejects(async () => {
      await db.transaction(async (trx) => {
        await Note.create({ texts: {} }, { client: trx })
        throw new Error('no')
      })
    }, 'no')
    assert.lengthOf(await Note.all(), 0)
  })
})
