import type { FormField } from '#core/forms'
import { words } from '#plugins/shop-quotes/database/demo/words'

const option = (key: string, texts: string) => ({ key, label: words(texts) })

const prescription: FormField = {
  ...{ key: 'prescription', kind: 'file', required: true },
  label: words(
    'Su receta | A sua receita | Your prescription | Votre ordonnance | La Sua ricetta | La seva recepta | Ihr Brillenpass oder Rezept | Recepta na okulary'
  ),
  hint: words(
    'Una foto o un PDF en el que se lean los valores. | Uma fotografia ou um PDF em que se leiam os valores. | A photo or PDF in which the figures can be read. | Une photo ou un PDF où les valeurs sont lisibles. | Una foto o un PDF in cui si leggano i valori. | Una foto o un PDF on es llegeixin els valors. | Ein Foto oder PDF, auf dem die Werte lesbar sind. | Zdjęcie lub PDF z czytelnymi wartościami.'
  ),
}

const wantedBy: FormField = {
  ...{ key: 'wanted_by', kind: 'date', required: false },
  label: words(
    '¿Para cuándo? | Para quando? | By when? | Pour quand ? | Per quando? | Per a quan? | Bis wann? | Na kiedy?'
  ),
}

/** What a service asks, by its slug. */
export const FORMS: Record<string, { name: string; fields: FormField[] }> = {
  'progressive-glasses': {
    name: 'Gafas progresivas',
    fields: [
      prescription,
      {
        ...{ key: 'frame', kind: 'choice', required: true },
        label: words(
          'Montura | Armação | Frame | Monture | Montatura | Muntura | Fassung | Oprawka'
        ),
        options: [
          option(
            'own',
            'La que tengo | A que tenho | The one I have | Celle que j’ai | Quella che ho | La que tinc | Meine eigene | Moja własna'
          ),
          option(
            'plastic',
            'Nueva, de pasta | Nova, de massa | New, plastic | Nouvelle, en plastique | Nuova, in plastica | Nova, de pasta | Neu, Kunststoff | Nowa, z tworzywa'
          ),
          option(
            'metal',
            'Nueva, de metal | Nova, de metal | New, metal | Nouvelle, en métal | Nuova, in metallo | Nova, de metall | Neu, Metall | Nowa, z metalu'
          ),
        ],
      },
      wantedBy,
    ],
  },
  'lens-replacement': {
    name: 'Cambio de cristales',
    fields: [
      prescription,
      {
        ...{ key: 'coating', kind: 'choice', required: true },
        label: words(
          'Tratamiento | Tratamento | Coating | Traitement | Trattamento | Tractament | Beschichtung | Powłoka'
        ),
        options: [
          option('none', 'Ninguno | Nenhum | None | Aucun | Nessuno | Cap | Keine | Bez powłoki'),
          option(
            'anti_reflective',
            'Antirreflejante | Antirreflexo | Anti-reflective | Antireflet | Antiriflesso | Antireflectant | Entspiegelt | Antyrefleksyjna'
          ),
        ],
      },
    ],
  },
  'workplace-vision': {
    name: 'Visión en el trabajo',
    fields: [
      {
        ...{ key: 'people', kind: 'number', required: true, min: 1, max: 500 },
        label: words(
          '¿Cuántas personas? | Quantas pessoas? | How many people? | Combien de personnes ? | Quante persone? | Quantes persones? | Wie viele Personen? | Ile osób?'
        ),
      },
      wantedBy,
    ],
  },
  'certificate-copy': {
    name: 'Copia de un certificado',
    fields: [
      {
        ...{ key: 'register', kind: 'text', required: true, maxLength: 80 },
        label: words(
          'Nombre y fecha que figuran en el registro | Nome e data que constam do registo | Name and date in the register | Nom et date inscrits au registre | Nome e data nel registro | Nom i data que consten al registre | Name und Datum im Register | Nazwisko i data w rejestrze'
        ),
      },
    ],
  },
  'document-translation': {
    name: 'Traducción de un documento',
    fields: [
      {
        ...{ key: 'document', kind: 'file', required: true },
        label: words(
          'El documento | O documento | The document | Le document | Il documento | El document | Das Dokument | Dokument'
        ),
      },
      {
        ...{ key: 'into', kind: 'choice', required: true },
        label: words(
          '¿A qué idioma? | Para que língua? | Into which language? | Dans quelle langue ? | In quale lingua? | A quina llengua? | In welche Sprache? | Na jaki język?'
        ),
        options: [
          option(
            'spanish',
            'Español | Espanhol | Spanish | Espagnol | Spagnolo | Espanyol | Spanisch | Hiszpański'
          ),
          option(
            'italian',
            'Italiano | Italiano | Italian | Italien | Italiano | Italià | Italienisch | Włoski'
          ),
          option(
            'german',
            'Alemán | Alemão | German | Allemand | Tedesco | Alemany | Deutsch | Niemiecki'
          ),
        ],
      },
      wantedBy,
    ],
  },
}
