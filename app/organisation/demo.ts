import { transaction } from '#core/platform'
import { Location } from '#app/organisation/models/location'
import { Organisation } from '#app/organisation/models/organisation'

const PLACES = [
  {
    slug: 'stuttgart',
    name: 'Optik am Rosenplatz',
    address: 'Rosenplatz 7, 70173 Stuttgart',
    zone: 'Europe/Berlin',
    phone: '+49 711 0000 100',
    email: 'optik@demo.invalid',
  },
  {
    slug: 'pisa',
    name: 'Sportello al cittadino',
    address: 'Via dei Tigli 12, 56124 Pisa',
    zone: 'Europe/Rome',
    phone: '+39 050 000 200',
    email: 'sportello@demo.invalid',
  },
]

/** An invented organisation with an optician in Stuttgart and a public office in Pisa (B13). */
export async function organisationDemo(): Promise<void> {
  await transaction(async (trx) => {
    const organisation = await Organisation.firstOrFail({ client: trx })
    // Only a profile that nobody has saved yet.
    if (organisation.version === 1) {
      await organisation
        .merge({ name: 'Sportello Demo', email: 'desk@demo.invalid', phone: '+49 711 0000 100' })
        .save()
    }
    for (const place of PLACES) {
      const there = await Location.findBy('slug', place.slug, { client: trx })
      if (!there) await Location.create(place, { client: trx })
    }
  })
}
