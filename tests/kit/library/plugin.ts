import { column } from '@adonisjs/lucid/orm'
import { figures, removal, resource, type AnyResource } from '#core/admin'
import { definePlugin, flag, VersionedModel } from '#core/platform'

export class Book extends VersionedModel {
  static override table = 'library_books'

  @column()
  declare title: string

  @column()
  declare shelf: 'novels' | 'travel'

  @flag()
  declare lent: boolean
}

const shelf = { name: 'shelf', kind: 'choice', choices: ['novels', 'travel'] } as const

/** The smallest plugin of the handbook for authors: one kind of record, declared. */
const books: AnyResource = resource({
  id: 'library.books',
  model: Book,
  palette: {},
  list: { filters: [shelf, { name: 'lent', kind: 'flag' }] },
  form: { fields: [{ name: 'title', kind: 'text', required: true }, shelf] },
  actions: [
    {
      id: 'lend',
      permission: 'library.books.view',
      on: ['row', 'bulk', 'command'],
      when: (book) => !book.lent,
      run: async ({ record }) => {
        await record.merge({ lent: true }).save()
        return { ok: true, notice: 'admin.form.saved' }
      },
    },
    removal('library.books.manage', () => books),
  ],
})

export default definePlugin({
  id: 'library',
  permissions: [
    { id: 'library.books.view', roles: ['manager', 'desk'] },
    { id: 'library.books.manage', roles: ['manager'] },
  ],
  admin: {
    resources: [books],
    widgets: [
      figures({
        id: 'library.figures',
        permission: 'library.books.view',
        title: 'library.admin.title',
        rows: async () => [{ label: 'Books', value: String((await Book.all()).length) }],
      }),
    ],
  },
})
