import type { Panel } from '#core/admin'
import { urlFor } from '#core/platform'
import type { StaffRole } from '#app/accounts/models/staff_role'

/** Who has the role now. */
export const peopleOfRole: Panel<StaffRole> = {
  id: 'people',
  view: 'admin/accounts/people',
  data: async ({ people }, viewer) => ({
    people: people.map((person) => ({
      name: person.name,
      href: viewer.can('accounts.manage') ? urlFor('accounts.staff.show', { id: person.id }) : null,
      isShut: person.disabledAt !== null,
    })),
  }),
}
