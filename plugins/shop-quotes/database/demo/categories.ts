import type { Translated } from '#core/organisation'
import { words } from '#plugins/shop-quotes/database/demo/words'

export type DemoCategory = {
  slug: string
  name: Translated
  description?: Translated
  below?: DemoCategory[]
}

export const CATEGORIES: DemoCategory[] = [
  {
    slug: 'glasses',
    name: words(
      'Gafas y lentes | Óculos e lentes | Glasses and lenses | Lunettes et verres | Occhiali e lenti | Ulleres i lents | Brillen und Gläser | Okulary i soczewki'
    ),
    description: words(
      'Monturas, cristales y lentillas, hechos a su medida. | Armações, lentes e lentes de contacto, feitas à medida. | Frames, lenses and contact lenses, made to measure. | Montures, verres et lentilles, faits sur mesure. | Montature, lenti e lenti a contatto, fatte su misura. | Muntures, vidres i lents de contacte, fets a mida. | Fassungen, Gläser und Kontaktlinsen nach Maß. | Oprawki, szkła i soczewki kontaktowe na miarę.'
    ),
    below: [
      {
        slug: 'lenses',
        name: words(
          'Cristales y lentillas | Lentes | Lenses | Verres et lentilles | Lenti | Vidres i lents de contacte | Gläser und Linsen | Szkła i soczewki'
        ),
      },
      {
        slug: 'repairs',
        name: words(
          'Reparaciones | Reparações | Repairs | Réparations | Riparazioni | Reparacions | Reparaturen | Naprawy'
        ),
      },
    ],
  },
  {
    slug: 'eye-care',
    name: words(
      'Salud visual | Saúde visual | Eye care | Santé visuelle | Salute degli occhi | Salut visual | Augengesundheit | Zdrowie oczu'
    ),
    description: words(
      'Exámenes y consejo, en persona y con cita. | Exames e conselhos, presencialmente e com marcação. | Tests and advice, in person and by appointment. | Examens et conseils, sur place et sur rendez-vous. | Esami e consigli, di persona e su appuntamento. | Exàmens i consell, en persona i amb cita. | Prüfung und Beratung, vor Ort und mit Termin. | Badania i porady, na miejscu i w umówionym terminie.'
    ),
  },
  {
    slug: 'paperwork',
    name: words(
      'Trámites y certificados | Processos e certidões | Paperwork and certificates | Démarches et certificats | Pratiche e certificati | Tràmits i certificats | Anträge und Bescheinigungen | Sprawy i zaświadczenia'
    ),
    description: words(
      'Lo pedimos, lo traducimos o lo presentamos por usted. | Pedimos, traduzimos ou entregamos por si. | We request, translate or file it for you. | Nous demandons, traduisons ou déposons pour vous. | Lo richiediamo, traduciamo o presentiamo per Lei. | Ho demanem, ho traduïm o ho presentem per vostè. | Wir beantragen, übersetzen oder reichen es für Sie ein. | Składamy wnioski, tłumaczymy i załatwiamy.'
    ),
  },
]
