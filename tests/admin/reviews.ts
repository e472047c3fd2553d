import edge from 'edge.js'
import i18nManager from '@adonisjs/i18n/services/main'
import { resourceNamed, type Addition } from '#core/admin'
import { definePlugin } from '#core/platform'
import library from '#tests/kit/library/plugin'
import { mountPanelOf, withPlugin } from '#tests/kit/mounted'

edge.registerTemplate('reviews/stars', { template: '<p>{{ part.content.stars }}</p>' })

/** Everything that a plugin may add to the books of the library. */
const onBooks: Addition = {
  to: 'library.books',
  permission: 'reviews.see',
  panels: [
    {
      id: 'stars',
      view: 'reviews/stars',
      data: async ({ title }) => {
        if (title === 'Torn') throw new Error('no page left')
        return { stars: `Stars of ${title}` }
      },
    },
  ],
  links: [{ id: 'shelves', href: ({ shelf }) => `/admin/library/books?shelf=${shelf}` }],
  related: [{ id: 'same', to: () => resourceNamed('library.books'), by: 'id' }],
  actions: [
    {
      id: 'praise',
      permission: 'reviews.praise',
      on: ['row', 'bulk', 'palette', 'command'],
      form: [{ name: 'praise', kind: 'text', required: true }],
      when: ({ title }) => !title.endsWith('!'),
      run: async ({ record, values }) => {
        await record.merge({ title: `${record.title}, ${String(values.praise)}!` }).save()
        return { ok: true, notice: 'admin.form.saved' }
      },
    },
  ],
}

const reviews = definePlugin({
  id: 'reviews',
  permissions: [
    { id: 'reviews.see', roles: ['manager', 'desk'] },
    { id: 'reviews.praise', roles: ['manager'] },
  ],
  admin: { additions: [onBooks] },
})

mountPanelOf(reviews, library.admin?.resources)

const WORDS = {
  'fields.stars': 'What readers say',
  'actions.praise.label': 'Praise it',
  'actions.praise.confirm': 'Everybody will read it.',
  'actions.praise.bulk': '{count} books will be praised.',
  'actions.shelves.label': 'Its shelf',
}

/** For `group.each.setup`, beside the library: switched on, with the words of its own files. */
export function withReviews(): Promise<() => void> {
  const texts = i18nManager.getTranslationsFor('en')
  for (const [key, word] of Object.entries(WORDS)) texts[`reviews.admin.books.${key}`] = word
  return withPlugin(reviews)
}
