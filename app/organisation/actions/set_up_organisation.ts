import string from '@adonisjs/core/helpers/string'
import { audit } from '#core/audit'
import { clock, type Actor, type Trx } from '#core/platform'
import type { Locale } from '#app/organisation/domain/locales'
import { Location } from '#app/organisation/models/location'
import { Organisation } from '#app/organisation/models/organisation'

const LONGEST_SLUG = 60

export type NewOrganisation = {
  name: string
  defaultLocale: Locale
  /** Its first place, with an IANA zone. */
  location: { name: string; address: string | null; zone: string }
}

/** Names the organisation of a new installation and opens its first location. */
export async function setUpOrganisation(
  trx: Trx,
  { name, defaultLocale, location: { name: place, address, zone } }: NewOrganisation,
  actor: Actor
): Promise<void> {
  const organisation = await Organisation.query({ client: trx }).forUpdate().firstOrFail()
  const before = { name: organisation.name, defaultLocale: organisation.defaultLocale }
  const version = organisation.version + 1
  await organisation.merge({ name, defaultLocale, version, updatedAt: clock.now() }).save()
  await audit(trx, {
    actor,
    action: 'organisation.profile_changed',
    object: 'organisation.profile',
    objectId: organisation.id,
    changes: {
      name: [before.name, name],
      defaultLocale: [before.defaultLocale, defaultLocale],
    },
  })
  const slug = slugOf(place)
  const location = await Location.create({ name: place, slug, address, zone }, { client: trx })
  await audit(trx, {
    actor,
    action: 'organisation.location_created',
    object: 'organisation.location',
    objectId: location.id,
    changes: { name: [null, place], slug: [null, slug], zone: [null, zone] },
  })
}

/** The word of a place in links, from its name; cut where the panel's own limit lies. */
function slugOf(name: string): string {
  const words = string.slug(name, { lower: true, strict: true })
  return words.slice(0, LONGEST_SLUG).replace(/-+$/, '') || 'main'
}
