import type { Translated } from '#core/organisation'
import type { Service } from '#core/scheduling'
import type { VisitType } from '#plugins/patient-visits/models/visit_type'

/** The same text in all eight languages. */
const inAll = (
  ...[es, pt, en, fr, it, ca, de, pl]: [
    ...[string, string, string, string],
    ...[string, string, string, string],
  ]
): Translated => ({ es, pt, en, fr, it, ca, de, pl })

/** An invented health centre. */
export const HEALTH_CENTRE = {
  slug: 'torun',
  name: 'Przychodnia nad Potokiem',
  address: 'Lipowa 4, 87-100 Toruń',
  zone: 'Europe/Warsaw',
  phone: '+48 56 000 0400',
  email: 'przychodnia@demo.invalid',
}

/** Invented; nobody is meant. */
export const DOCTORS = [
  'dr Amara Lindowa',
  'dr Borys Trzcinak',
  'dr Celina Wrzosek-Mak',
  'dr Dario Polanecki',
]
export const ROOMS = ['Gabinet 1', 'Gabinet 2']

export type DemoClinic = 'family' | 'heart' | 'eyes'

export const CLINICS: Record<DemoClinic, { name: Translated; description: Translated }> = {
  family: {
    name: inAll(
      'Medicina de familia',
      'Medicina familiar',
      'Family medicine',
      'Médecine générale',
      'Medicina generale',
      'Medicina de família',
      'Hausärztliche Praxis',
      'Poradnia rodzinna'
    ),
    description: inAll(
      'Para todo lo que no sabe adónde llevar.',
      'Para tudo o que não se sabe onde tratar.',
      'For whatever you do not know where to take.',
      'Pour tout ce dont on ne sait pas à qui parler.',
      'Per tutto ciò che non si sa a chi rivolgere.',
      'Per a tot allò que no sap on portar.',
      'Für alles, von dem man nicht weiß, wohin damit.',
      'W każdej sprawie, z którą nie wiadomo, dokąd pójść.'
    ),
  },
  heart: {
    name: inAll(
      'Cardiología',
      'Cardiologia',
      'Cardiology',
      'Cardiologie',
      'Cardiologia',
      'Cardiologia',
      'Kardiologie',
      'Kardiologia'
    ),
    description: inAll(
      'Revisiones del corazón y de la tensión.',
      'Exames do coração e da tensão.',
      'Check-ups of heart and blood pressure.',
      'Contrôles du cœur et de la tension.',
      'Controlli del cuore e della pressione.',
      'Revisions del cor i de la tensió.',
      'Untersuchungen von Herz und Blutdruck.',
      'Badania serca i ciśnienia.'
    ),
  },
  eyes: {
    name: inAll(
      'Clínica de ojos',
      'Clínica dos olhos',
      'Eye clinic',
      'Clinique des yeux',
      'Clinica degli occhi',
      'Clínica dels ulls',
      'Augenklinik',
      'Poradnia okulistyczna'
    ),
    description: inAll(
      'Revisiones de la vista para todas las edades.',
      'Exames à vista para todas as idades.',
      'Eye checks for every age.',
      'Contrôles de la vue à tout âge.',
      'Controlli della vista per ogni età.',
      'Revisions de la vista per a totes les edats.',
      'Sehprüfungen für jedes Alter.',
      'Badania wzroku w każdym wieku.'
    ),
  },
}

type Rules = Pick<VisitType, 'confirmedBy' | 'selfService' | 'mostChanges' | 'reasonMode'> &
  Partial<Pick<VisitType, 'changeUntilHours' | 'cancelUntilHours'>>

export type DemoVisitType = {
  clinic: DemoClinic
  /** Places in the list of doctors. */
  doctors: number[]
  service: Pick<Service, 'slug' | 'letter' | 'durationMinutes' | 'stepMinutes' | 'name'> &
    Partial<Pick<Service, 'preparation'>>
  rules: Rules
}

const step = (minutes: number) => ({ durationMinutes: minutes, stepMinutes: minutes })

/** What patients may do themselves differs from one to the next, to show each rule once. */
export const VISIT_TYPES: DemoVisitType[] = [
  {
    clinic: 'family',
    doctors: [0, 1],
    rules: { confirmedBy: 'at_once', selfService: true, mostChanges: null, reasonMode: 'off' },
    service: {
      ...{ slug: 'family-doctor', letter: 'H', ...step(20) },
      name: inAll(
        'Consulta con el médico de familia',
        'Consulta com o médico de família',
        'Visit to the family doctor',
        'Consultation chez le médecin traitant',
        'Visita dal medico di famiglia',
        'Visita al metge de família',
        'Termin beim Hausarzt',
        'Wizyta u lekarza rodzinnego'
      ),
    },
  },
  {
    clinic: 'family',
    doctors: [0],
    rules: { confirmedBy: 'at_once', selfService: true, mostChanges: 0, reasonMode: 'optional' },
    service: {
      ...{ slug: 'vaccination', letter: 'J', ...step(20) },
      name: inAll(
        'Vacunación',
        'Vacinação',
        'Vaccination',
        'Vaccination',
        'Vaccinazione',
        'Vacunació',
        'Impfung',
        'Szczepienie'
      ),
      preparation: inAll(
        'Traiga su cartilla de vacunación.',
        'Traga o boletim de vacinas.',
        'Bring your vaccination record.',
        'Apportez votre carnet de vaccination.',
        'Porti il libretto delle vaccinazioni.',
        'Porti la cartilla de vacunació.',
        'Bringen Sie Ihren Impfpass mit.',
        'Proszę zabrać książeczkę szczepień.'
      ),
    },
  },
  {
    clinic: 'heart',
    doctors: [2],
    rules: {
      ...{ confirmedBy: 'unit', selfService: true, mostChanges: 2, reasonMode: 'required' },
      ...{ changeUntilHours: 48, cancelUntilHours: 24 },
    },
    service: {
      ...{ slug: 'heart-check', letter: 'K', ...step(40) },
      name: inAll(
        'Revisión del corazón',
        'Exame ao coração',
        'Heart check',
        'Bilan cardiaque',
        'Controllo cardiologico',
        'Revisió del cor',
        'Herzuntersuchung',
        'Badanie serca'
      ),
      preparation: inAll(
        'Traiga la lista de sus medicamentos.',
        'Traga a lista dos seus medicamentos.',
        'Bring the list of your medicines.',
        'Apportez la liste de vos médicaments.',
        'Porti l’elenco dei suoi farmaci.',
        'Porti la llista dels seus medicaments.',
        'Bringen Sie die Liste Ihrer Medikamente mit.',
        'Proszę zabrać listę przyjmowanych leków.'
      ),
    },
  },
  {
    clinic: 'heart',
    doctors: [2],
    rules: { confirmedBy: 'unit', selfService: false, mostChanges: null, reasonMode: 'off' },
    service: {
      ...{ slug: 'stress-test', letter: 'L', ...step(60) },
      name: inAll(
        'Prueba de esfuerzo',
        'Prova de esforço',
        'Exercise test',
        'Épreuve d’effort',
        'Prova da sforzo',
        'Prova d’esforç',
        'Belastungstest',
        'Próba wysiłkowa'
      ),
      preparation: inAll(
        'Venga con ropa y calzado cómodos.',
        'Venha com roupa e calçado confortáveis.',
        'Come in comfortable clothes and shoes.',
        'Venez en tenue et chaussures confortables.',
        'Venga con abiti e scarpe comodi.',
        'Vingui amb roba i calçat còmodes.',
        'Kommen Sie in bequemer Kleidung und Schuhen.',
        'Proszę przyjść w wygodnym ubraniu i obuwiu.'
      ),
    },
  },
  {
    clinic: 'eyes',
    doctors: [3],
    rules: { confirmedBy: 'at_once', selfService: true, mostChanges: 1, reasonMode: 'optional' },
    service: {
      ...{ slug: 'eye-check', letter: 'M', ...step(30) },
      name: inAll(
        'Revisión de la vista',
        'Exame à vista',
        'Eye check',
        'Contrôle de la vue',
        'Controllo della vista',
        'Revisió de la vista',
        'Sehprüfung',
        'Badanie wzroku'
      ),
      preparation: inAll(
        'Después no podrá conducir durante unas horas.',
        'Depois não poderá conduzir durante algumas horas.',
        'You cannot drive for some hours afterwards.',
        'Vous ne pourrez pas conduire pendant quelques heures.',
        'Dopo non potrà guidare per alcune ore.',
        'Després no podrà conduir durant unes hores.',
        'Danach dürfen Sie einige Stunden nicht Auto fahren.',
        'Po badaniu przez kilka godzin nie można prowadzić samochodu.'
      ),
    },
  },
]
