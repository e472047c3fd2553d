import { saveFormVersion, type FormField } from '#core/forms'
import { SYSTEM, type Trx } from '#core/platform'
import { words } from '#plugins/helpdesk/database/demo/words'

/** Needs that ask something of their own; every other one asks for a description alone. */
const FORMS: Record<string, { name: string; fields: FormField[] }> = {
  'printer-toner': {
    name: 'Material de impresión',
    fields: [
      {
        ...{ key: 'device', kind: 'text', required: true, maxLength: 20 },
        label: words(
          'Número del aparato | Número do aparelho | Number of the device | Numéro de l’appareil | Numero dell’apparecchio | Número de l’aparell | Nummer des Geräts | Numer urządzenia'
        ),
        hint: words(
          'Está en la etiqueta blanca | Está na etiqueta branca | It is on the white label | Il figure sur l’étiquette blanche | È sull’etichetta bianca | És a l’etiqueta blanca | Sie steht auf dem weißen Schild | Jest na białej etykiecie'
        ),
      },
      {
        ...{ key: 'what', kind: 'choice', required: true },
        label: words(
          '¿Qué falta? | O que falta? | What is missing? | Que manque-t-il ? | Che cosa manca? | Què falta? | Was fehlt? | Czego brakuje?'
        ),
        options: [
          {
            key: 'black',
            label: words(
              'Tóner negro | Toner preto | Black toner | Toner noir | Toner nero | Tòner negre | Schwarzer Toner | Czarny toner'
            ),
          },
          {
            key: 'colour',
            label: words(
              'Tóner de color | Toner de cor | Colour toner | Toner couleur | Toner a colori | Tòner de color | Farbtoner | Kolorowy toner'
            ),
          },
          {
            key: 'paper',
            label: words('Papel | Papel | Paper | Papier | Carta | Paper | Papier | Papier'),
          },
        ],
      },
    ],
  },
  'program-access': {
    name: 'Acceso',
    fields: [
      {
        ...{ key: 'person', kind: 'text', required: true, maxLength: 80 },
        label: words(
          '¿Quién necesita el acceso? | Quem precisa do acesso? | Who needs access? | Qui a besoin de l’accès ? | Chi ha bisogno dell’accesso? | Qui necessita l’accés? | Wer braucht den Zugang? | Kto potrzebuje dostępu?'
        ),
      },
      {
        ...{ key: 'from', kind: 'date', required: false },
        label: words(
          '¿A partir de cuándo? | A partir de quando? | From when on? | À partir de quand ? | Da quando? | A partir de quan? | Ab wann? | Od kiedy?'
        ),
      },
    ],
  },
}

/** Ids of the forms, by the need that asks with them. */
export async function addForms(trx: Trx): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  for (const [need, { name, fields }] of Object.entries(FORMS)) {
    const saved = await saveFormVersion(trx, { definitionId: null, name, fields, actor: SYSTEM })
    if (!saved.ok) throw new Error(`Demo form of ${need}: ${saved.reason}`)
    ids.set(need, saved.definition.id)
  }
  return ids
}
