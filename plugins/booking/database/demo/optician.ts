import { inAll, noteField, type DemoService } from '#plugins/booking/database/demo/texts'

/** The optician in Stuttgart. */
export const OPTICIAN: DemoService[] = [
  {
    slug: 'fitting',
    letter: 'A',
    durationMinutes: 60,
    stepMinutes: 30,
    horizonDays: 60,
    minNoticeMinutes: 60,
    name: inAll(
      'Ajuste de gafas',
      'Adaptação de óculos',
      'Glasses fitting',
      'Ajustage de lunettes',
      'Adattamento degli occhiali',
      'Ajust d’ulleres',
      'Brillenanpassung',
      'Dopasowanie okularów'
    ),
    description: inAll(
      'Ajustamos las gafas a su cara y comprobamos las lentes.',
      'Ajustamos os óculos ao seu rosto e verificamos as lentes.',
      'We fit your glasses to your face and check the lenses.',
      'Nous ajustons vos lunettes à votre visage et contrôlons les verres.',
      'Adattiamo gli occhiali al viso e controlliamo le lenti.',
      'Ajustem les ulleres a la seva cara i comprovem les lents.',
      'Wir passen Ihre Brille an und prüfen die Gläser.',
      'Dopasowujemy okulary do twarzy i sprawdzamy soczewki.'
    ),
    preparation: inAll(
      'Traiga sus gafas actuales y la receta, si la tiene.',
      'Traga os óculos atuais e a receita, se a tiver.',
      'Please bring your present glasses and your prescription, if you have one.',
      'Apportez vos lunettes actuelles et votre ordonnance, si vous en avez une.',
      'Porti gli occhiali attuali e la ricetta, se ne ha una.',
      'Porti les ulleres actuals i la recepta, si en té.',
      'Bitte bringen Sie Ihre jetzige Brille mit und, falls vorhanden, die Verordnung.',
      'Proszę zabrać obecne okulary i receptę, jeśli jest.'
    ),
    fields: [noteField],
  },
]
