import { LOCALES, type Locale, type Translated } from '#core/organisation'

/** A text in es, pt, en, fr, it, ca, de, pl, in the order of LOCALES. */
const inAll = (...texts: string[]): Translated =>
  Object.fromEntries(LOCALES.map((locale, index) => [locale, texts[index]]))

export type DemoLine = {
  letter: string
  name: Translated
  /** Slugs of the services that feed it, where they are. */
  services: string[]
  serviceMinutes: number
  targetMinutes: number
  /** Part of those who come, of 1. */
  share: number
}

export type DemoPlace = {
  lines: DemoLine[]
  counters: { label: string; lines: string[] }[]
  screen: string
  /** Shown and spoken on the screen in turn. */
  spoken: Locale[]
  notice: Translated
  kiosk: string
  /** When people come, by weekday: 1 = Monday. */
  open: Record<number, { opens: string; closes: string }>
  /** How many come on a day. */
  people: { least: number; most: number }
}

const daily = (days: number[], opens: string, closes: string): DemoPlace['open'] =>
  Object.fromEntries(days.map((day) => [day, { opens, closes }]))

const help = inAll(
  '¿Necesita ayuda? Pregunte en recepción.',
  'Precisa de ajuda? Pergunte na receção.',
  'Do you need help? Please ask at the front desk.',
  'Besoin d’aide ? Adressez-vous à l’accueil.',
  'Ha bisogno di aiuto? Chieda all’accoglienza.',
  'Necessita ajuda? Pregunti a la recepció.',
  'Brauchen Sie Hilfe? Fragen Sie am Empfang.',
  'Potrzebna pomoc? Proszę pytać w recepcji.'
)

/** The queues of the two demo places: by location. */
export const PLACES: Record<string, DemoPlace> = {
  stuttgart: {
    lines: [
      {
        letter: 'A',
        name: inAll(
          'Asesoramiento y ajuste',
          'Aconselhamento e ajuste',
          'Advice and fitting',
          'Conseil et ajustage',
          'Consulenza e adattamento',
          'Assessorament i ajust',
          'Beratung und Anpassung',
          'Doradztwo i dopasowanie'
        ),
        services: ['fitting'],
        ...{ serviceMinutes: 18, targetMinutes: 20, share: 0.45 },
      },
      {
        letter: 'B',
        name: inAll(
          'Recogida y reparación',
          'Levantamento e reparação',
          'Pick-up and repairs',
          'Retrait et réparation',
          'Ritiro e riparazioni',
          'Recollida i reparació',
          'Abholung und Reparatur',
          'Odbiór i naprawa'
        ),
        services: [],
        ...{ serviceMinutes: 8, targetMinutes: 15, share: 0.55 },
      },
    ],
    counters: [
      { label: 'Schalter 1', lines: ['A', 'B'] },
      { label: 'Schalter 2', lines: ['A'] },
      { label: 'Schalter 3', lines: ['B'] },
    ],
    screen: 'Verkaufsraum',
    spoken: ['de', 'en'],
    notice: help,
    kiosk: 'Eingang',
    open: daily([1, 2, 3, 4, 5, 6], '09:00', '18:00'),
    people: { least: 58, most: 80 },
  },
  pisa: {
    lines: [
      {
        letter: 'B',
        name: inAll(
          'Documentos de identidad',
          'Documentos de identidade',
          'Identity documents',
          'Pièces d’identité',
          'Documenti d’identità',
          'Documents d’identitat',
          'Ausweise',
          'Dokumenty tożsamości'
        ),
        services: ['identity-card'],
        ...{ serviceMinutes: 9, targetMinutes: 20, share: 0.45 },
      },
      {
        letter: 'C',
        name: inAll(
          'Empadronamiento',
          'Registo de morada',
          'Registration of address',
          'Domicile',
          'Residenza',
          'Empadronament',
          'Wohnsitz',
          'Zameldowanie'
        ),
        services: ['change-of-address'],
        ...{ serviceMinutes: 11, targetMinutes: 20, share: 0.35 },
      },
      {
        letter: 'D',
        name: inAll(
          'Servicios sociales',
          'Serviços sociais',
          'Social services',
          'Services sociaux',
          'Servizi sociali',
          'Serveis socials',
          'Soziales',
          'Sprawy społeczne'
        ),
        services: ['social-advice'],
        ...{ serviceMinutes: 14, targetMinutes: 25, share: 0.2 },
      },
    ],
    counters: [
      { label: 'Sportello 1', lines: ['B', 'C'] },
      { label: 'Sportello 2', lines: ['B', 'C'] },
      { label: 'Sportello 3', lines: ['B', 'D'] },
    ],
    screen: 'Sala d’attesa',
    spoken: ['it', 'en'],
    notice: help,
    kiosk: 'Ingresso',
    open: daily([1, 2, 3, 4, 5], '08:30', '13:00'),
    people: { least: 52, most: 76 },
  },
}
