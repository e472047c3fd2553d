import type { Locale } from '#core/organisation'

type Words = Record<Locale, string>

/** What the invented customers wrote with their requests. */
export const WISHES: Words[] = [
  {
    en: 'For reading, and light ones, please.',
    es: 'Para leer, y que sean ligeras, por favor.',
    pt: 'Para ler, e que sejam leves, por favor.',
    fr: 'Pour la lecture, et légères, s’il vous plaît.',
    it: 'Per leggere, e leggere di peso, per favore.',
    ca: 'Per llegir, i que siguin lleugeres, si us plau.',
    de: 'Zum Lesen, und bitte leicht.',
    pl: 'Do czytania, i proszę o lekkie.',
  },
  {
    en: 'What would it cost for the whole family?',
    es: '¿Cuánto costaría para toda la familia?',
    pt: 'Quanto custaria para toda a família?',
    fr: 'Combien cela coûterait-il pour toute la famille ?',
    it: 'Quanto costerebbe per tutta la famiglia?',
    ca: 'Quant costaria per a tota la família?',
    de: 'Was würde es für die ganze Familie kosten?',
    pl: 'Ile kosztowałoby to dla całej rodziny?',
  },
  {
    en: 'I need it before the summer.',
    es: 'Lo necesito antes del verano.',
    pt: 'Preciso disso antes do verão.',
    fr: 'J’en ai besoin avant l’été.',
    it: 'Mi serve prima dell’estate.',
    ca: 'Ho necessito abans de l’estiu.',
    de: 'Ich brauche es vor dem Sommer.',
    pl: 'Potrzebuję tego przed latem.',
  },
]

export const QUESTION: Words = {
  en: 'How many people is it for, and how old are they?',
  es: '¿Para cuántas personas es y qué edad tienen?',
  pt: 'Para quantas pessoas é e que idade têm?',
  fr: 'Pour combien de personnes est-ce, et quel âge ont-elles ?',
  it: 'Per quante persone è, e quanti anni hanno?',
  ca: 'Per a quantes persones és i quina edat tenen?',
  de: 'Für wie viele Personen ist es, und wie alt sind sie?',
  pl: 'Dla ilu osób to ma być i w jakim są wieku?',
}

/** Two lines of an offer; the second may be left out. */
export const OFFER: [Words, Words] = [
  {
    en: 'The service as you described it',
    es: 'El servicio tal como lo describió',
    pt: 'O serviço tal como o descreveu',
    fr: 'La prestation telle que vous l’avez décrite',
    it: 'Il servizio come l’ha descritto',
    ca: 'El servei tal com el va descriure',
    de: 'Die Leistung, wie Sie sie beschrieben haben',
    pl: 'Usługa zgodnie z opisem',
  },
  {
    en: 'Hours of fitting afterwards',
    es: 'Horas de ajuste posteriores',
    pt: 'Horas de ajuste posteriores',
    fr: 'Heures d’ajustage par la suite',
    it: 'Ore di adattamento successive',
    ca: 'Hores d’ajust posteriors',
    de: 'Stunden für die Anpassung danach',
    pl: 'Godziny późniejszego dopasowania',
  },
]
