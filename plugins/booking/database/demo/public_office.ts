import { inAll, noteField, type DemoService } from '#plugins/booking/database/demo/texts'

const consent = inAll(
  'He leído la información sobre protección de datos.',
  'Li a informação sobre proteção de dados.',
  'I have read the privacy information.',
  'J’ai lu les informations sur la protection des données.',
  'Ho letto l’informativa sulla privacy.',
  'He llegit la informació sobre protecció de dades.',
  'Ich habe die Hinweise zum Datenschutz gelesen.',
  'Znam informacje o ochronie danych.'
)

/** The public office in Pisa, with forms per service. */
export const PUBLIC_OFFICE: DemoService[] = [
  {
    slug: 'identity-card',
    letter: 'B',
    durationMinutes: 20,
    stepMinutes: 20,
    horizonDays: 45,
    minNoticeMinutes: 120,
    name: inAll(
      'Documento de identidad',
      'Cartão de identidade',
      'Identity card',
      'Carte d’identité',
      'Carta d’identità',
      'Document d’identitat',
      'Personalausweis',
      'Dowód osobisty'
    ),
    description: inAll(
      'Solicitud o renovación del documento de identidad.',
      'Pedido ou renovação do cartão de identidade.',
      'Apply for an identity card or renew one.',
      'Demande ou renouvellement de la carte d’identité.',
      'Rilascio o rinnovo della carta d’identità.',
      'Sol·licitud o renovació del document d’identitat.',
      'Personalausweis beantragen oder erneuern.',
      'Wniosek o dowód osobisty lub jego wymiana.'
    ),
    preparation: inAll(
      'Traiga una foto reciente y el documento anterior.',
      'Traga uma fotografia recente e o cartão anterior.',
      'Bring a recent photograph and the previous card.',
      'Apportez une photo récente et l’ancienne carte.',
      'Porti una foto recente e il documento precedente.',
      'Porti una foto recent i el document anterior.',
      'Bringen Sie ein aktuelles Foto und den alten Ausweis mit.',
      'Proszę zabrać aktualne zdjęcie i poprzedni dowód.'
    ),
    fields: [
      {
        key: 'occasion',
        kind: 'choice',
        required: true,
        label: inAll('Motivo', 'Motivo', 'Reason', 'Motif', 'Motivo', 'Motiu', 'Anlass', 'Powód'),
        options: [
          {
            key: 'first',
            label: inAll(
              'Primer documento',
              'Primeiro cartão',
              'First card',
              'Première carte',
              'Primo rilascio',
              'Primer document',
              'Erster Ausweis',
              'Pierwszy dowód'
            ),
          },
          {
            key: 'renewal',
            label: inAll(
              'Renovación',
              'Renovação',
              'Renewal',
              'Renouvellement',
              'Rinnovo',
              'Renovació',
              'Verlängerung',
              'Wymiana'
            ),
          },
          {
            key: 'lost',
            label: inAll(
              'Pérdida o robo',
              'Perda ou roubo',
              'Lost or stolen',
              'Perte ou vol',
              'Smarrimento o furto',
              'Pèrdua o robatori',
              'Verlust oder Diebstahl',
              'Utrata lub kradzież'
            ),
          },
        ],
      },
      {
        key: 'valid_until',
        kind: 'date',
        required: false,
        label: inAll(
          'El documento actual caduca el',
          'O cartão atual expira em',
          'The present card expires on',
          'La carte actuelle expire le',
          'Il documento attuale scade il',
          'El document actual caduca el',
          'Der jetzige Ausweis läuft ab am',
          'Obecny dowód jest ważny do'
        ),
      },
      { key: 'privacy', kind: 'consent', required: true, label: consent },
    ],
  },
  {
    slug: 'change-of-address',
    letter: 'C',
    durationMinutes: 30,
    stepMinutes: 30,
    horizonDays: 45,
    minNoticeMinutes: 120,
    name: inAll(
      'Cambio de domicilio',
      'Mudança de morada',
      'Change of address',
      'Changement d’adresse',
      'Cambio di residenza',
      'Canvi de domicili',
      'Wohnsitz ummelden',
      'Zmiana adresu'
    ),
    description: inAll(
      'Comunique su nueva dirección y la de su familia.',
      'Comunique a sua nova morada e a da sua família.',
      'Tell us your new address and that of your family.',
      'Déclarez votre nouvelle adresse et celle de votre famille.',
      'Comunichi il nuovo indirizzo suo e della sua famiglia.',
      'Comuniqui la nova adreça seva i de la seva família.',
      'Melden Sie Ihre neue Anschrift und die Ihrer Familie.',
      'Zgłoszenie nowego adresu własnego i rodziny.'
    ),
    preparation: inAll(
      'Traiga un documento de identidad y el contrato de la vivienda.',
      'Traga um documento de identidade e o contrato da casa.',
      'Bring an identity document and the contract of your home.',
      'Apportez une pièce d’identité et le contrat du logement.',
      'Porti un documento d’identità e il contratto della casa.',
      'Porti un document d’identitat i el contracte de l’habitatge.',
      'Bringen Sie einen Ausweis und den Mietvertrag mit.',
      'Proszę zabrać dokument tożsamości i umowę mieszkania.'
    ),
    fields: [
      {
        key: 'people',
        kind: 'number',
        required: true,
        min: 1,
        max: 12,
        label: inAll(
          '¿Cuántas personas se mudan?',
          'Quantas pessoas se mudam?',
          'How many people are moving?',
          'Combien de personnes déménagent ?',
          'Quante persone si trasferiscono?',
          'Quantes persones es traslladen?',
          'Wie viele Personen ziehen um?',
          'Ile osób zmienia adres?'
        ),
      },
      noteField,
      { key: 'privacy', kind: 'consent', required: true, label: consent },
    ],
  },
  {
    slug: 'social-advice',
    letter: 'D',
    durationMinutes: 45,
    stepMinutes: 15,
    horizonDays: 30,
    minNoticeMinutes: 1440,
    name: inAll(
      'Orientación social',
      'Orientação social',
      'Social advice',
      'Conseil social',
      'Consulenza sociale',
      'Orientació social',
      'Sozialberatung',
      'Porada społeczna'
    ),
    description: inAll(
      'Una conversación tranquila sobre ayudas y servicios.',
      'Uma conversa tranquila sobre apoios e serviços.',
      'A quiet talk about support and services.',
      'Un entretien au calme sur les aides et les services.',
      'Un colloquio tranquillo su aiuti e servizi.',
      'Una conversa tranquil·la sobre ajuts i serveis.',
      'Ein ruhiges Gespräch über Hilfen und Angebote.',
      'Spokojna rozmowa o pomocy i usługach.'
    ),
    preparation: inAll(
      'Traiga los papeles que le parezcan importantes.',
      'Traga os papéis que considerar importantes.',
      'Bring the papers that seem important to you.',
      'Apportez les papiers qui vous semblent importants.',
      'Porti i documenti che le sembrano importanti.',
      'Porti els papers que li semblin importants.',
      'Bringen Sie die Unterlagen mit, die Ihnen wichtig erscheinen.',
      'Proszę zabrać dokumenty, które wydają się ważne.'
    ),
    fields: [
      {
        key: 'call_first',
        kind: 'checkbox',
        required: false,
        label: inAll(
          'Prefiero que me llamen antes',
          'Prefiro que me liguem antes',
          'Please call me first',
          'Je préfère être appelé avant',
          'Preferisco essere chiamato prima',
          'Prefereixo que em truquin abans',
          'Bitte rufen Sie mich vorher an',
          'Proszę o wcześniejszy telefon'
        ),
      },
      noteField,
    ],
  },
]
