import { withReviews } from '#tests/admin/reviews'
import { withLibrary } from '#tests/kit/library/library'
import { Book } from '#tests/kit/library/plugin'
import { massAssignment } from '#tests/kit/mass_assignment'
import { recordMatrix } from '#tests/kit/record_matrix'

/** Books have no place: staff of every location see all of them. */
const records = {
  'library.books': {
    everywhere: true,
    make: async () => ({
      id: (await Book.create({ title: 'Atlas', shelf: 'travel', lent: false })).id,
    }),
  },
}

async function withBoth(): Promise<() => void> {
  const leave = await withLibrary()
  const close = await withReviews()
  return () => {
    close()
    leave()
  }
}

recordMatrix(['reviews'], records, withBoth)
massAssignment(['reviews'], records, withBoth)
