import app from '@adonisjs/core/services/app'
import { receiveFile, setFiles } from '#core/files'
import { SYSTEM, transaction } from '#core/platform'
import { funderLogos } from '#app/organisation/files'
import { Funder } from '#app/organisation/models/funder'
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

/** Neither of them exists, nor do their logos. */
const FUNDERS = [
  {
    file: 'fondo-belvento.png',
    name: 'Fondo Belvento',
    alternative: { es: 'Fondo Belvento' },
    link: 'https://belvento.demo.invalid',
  },
  {
    file: 'programm-kranich.png',
    name: 'Programm Kranich 27',
    alternative: { es: 'Programm Kranich 27' },
    link: null,
  },
]

/** An invented organisation with an optician in Stuttgart and a public office in Pisa (B13). */
export async function organisationDemo(): Promise<void> {
  await transaction(async (trx) => {
    const organisation = await Organisation.firstOrFail({ client: trx })
    // Only a profile that nobody has saved yet.
    if (organisation.version === 1) {
      await organisation
        .merge({
          ...{ name: 'Sportello Demo', email: 'desk@demo.invalid', phone: '+49 711 0000 100' },
          address: PLACES[0].address,
          representedBy: 'Anna Beispiel',
          dataProtectionOfficer: 'Paolo Esempio\nprivacy@demo.invalid',
        })
        .save()
    }
    for (const place of PLACES) {
      const there = await Location.findBy('slug', place.slug, { client: trx })
      if (!there) await Location.create(place, { client: trx })
    }
  })
  for (const [position, { file, ...funder }] of FUNDERS.entries()) {
    if (await Funder.findBy('name', funder.name)) continue
    await addFunder({ ...funder, position }, file)
  }
}

async function addFunder(values: Partial<Funder>, name: string): Promise<void> {
  const path = app.makePath('resources/data/demo', name)
  const received = await receiveFile(funderLogos, { path, name, declaredType: 'image/png' })
  if (!received.ok) throw new Error(`The demo's ${name} was refused: ${received.reason}`)
  await transaction(async (trx) => {
    const { id: recordId } = await Funder.create(values, { client: trx })
    const ids = [received.file.id]
    await setFiles(trx, { use: funderLogos, recordId, ids, actor: SYSTEM })
  })
}
