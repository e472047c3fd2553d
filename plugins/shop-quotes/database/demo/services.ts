import { words } from '#plugins/shop-quotes/database/demo/words'
import type { ShopService } from '#plugins/shop-quotes/models/shop_service'

type Columns = 'slug' | 'name' | 'summary' | 'description' | 'priceMinor'
type Further = 'basis' | 'taxClass' | 'withdrawalClass' | 'most' | 'alternative'

/** `place` and `appointment` are slugs of a location and of what can be booked there. */
export type DemoService = Pick<ShopService, Columns> &
  Partial<Pick<ShopService, Further>> & {
    category: string
    place?: string
    appointment?: string
  }

export const SERVICES: DemoService[] = [
  {
    ...{ slug: 'progressive-glasses', category: 'glasses', priceMinor: null, taxClass: 'reduced' },
    withdrawalClass: 'none',
    alternative: words(
      'Unas gafas sobre una mesa | Uns óculos sobre uma mesa | A pair of glasses on a table | Une paire de lunettes sur une table | Un paio di occhiali su un tavolo | Unes ulleres damunt d’una taula | Eine Brille auf einem Tisch | Okulary na stole'
    ),
    name: words(
      'Gafas progresivas | Óculos progressivos | Progressive glasses | Lunettes progressives | Occhiali progressivi | Ulleres progressives | Gleitsichtbrille | Okulary progresywne'
    ),
    summary: words(
      'Ver bien de cerca y de lejos con unas solas gafas. | Ver bem ao perto e ao longe com uns só óculos. | See near and far with one pair of glasses. | Voir de près et de loin avec une seule paire. | Vedere da vicino e da lontano con un solo paio. | Veure-hi bé de prop i de lluny amb unes soles ulleres. | Nah und fern sehen mit einer Brille. | Widzieć z bliska i z daleka w jednych okularach.'
    ),
    description: words(
      'Le medimos, elegimos con usted los cristales y ajustamos la montura. El precio depende de su receta. | Medimos, escolhemos consigo as lentes e ajustamos a armação. O preço depende da receita. | We measure, choose the lenses with you and fit the frame. The price depends on your prescription. | Nous mesurons, choisissons les verres avec vous et ajustons la monture. Le prix dépend de votre ordonnance. | Misuriamo, scegliamo con Lei le lenti e regoliamo la montatura. Il prezzo dipende dalla ricetta. | El mesurem, triem amb vostè els vidres i ajustem la muntura. El preu depèn de la recepta. | Wir messen, wählen mit Ihnen die Gläser und passen die Fassung an. Der Preis hängt von Ihren Werten ab. | Mierzymy, wspólnie wybieramy szkła i dopasowujemy oprawkę. Cena zależy od recepty.'
    ),
  },
  {
    ...{ slug: 'lens-replacement', category: 'lenses', priceMinor: 8900, taxClass: 'reduced' },
    withdrawalClass: 'none',
    name: words(
      'Cambio de cristales | Troca de lentes | Lens replacement | Remplacement des verres | Cambio delle lenti | Canvi de vidres | Neue Gläser in Ihre Fassung | Wymiana szkieł'
    ),
    summary: words(
      'Cristales nuevos en su montura, en cinco días. | Lentes novas na sua armação, em cinco dias. | New lenses in your own frame, in five days. | Des verres neufs dans votre monture, en cinq jours. | Lenti nuove nella Sua montatura, in cinque giorni. | Vidres nous a la seva muntura, en cinc dies. | Neue Gläser für Ihre Brille, in fünf Tagen. | Nowe szkła do dotychczasowej oprawki, w pięć dni.'
    ),
    description: words(
      'Un par de cristales monofocales, montados y comprobados. | Um par de lentes monofocais, montadas e verificadas. | A pair of single-vision lenses, fitted and checked. | Une paire de verres unifocaux, montés et contrôlés. | Un paio di lenti monofocali, montate e controllate. | Un parell de vidres monofocals, muntats i comprovats. | Ein Paar Einstärkengläser, eingesetzt und geprüft. | Para szkieł jednoogniskowych, osadzonych i sprawdzonych.'
    ),
  },
  {
    ...{ slug: 'contact-lenses', category: 'lenses', priceMinor: 4550, taxClass: 'reduced' },
    ...{ withdrawalClass: 'full', most: 12 },
    name: words(
      'Lentillas para tres meses | Lentes de contacto para três meses | Contact lenses for three months | Lentilles pour trois mois | Lenti a contatto per tre mesi | Lents de contacte per a tres mesos | Kontaktlinsen für drei Monate | Soczewki na trzy miesiące'
    ),
    summary: words(
      'Mensuales, con líquido incluido. | Mensais, com líquido incluído. | Monthly ones, solution included. | Mensuelles, produit d’entretien compris. | Mensili, liquido incluso. | Mensuals, amb líquid inclòs. | Monatslinsen mit Pflegemittel. | Miesięczne, z płynem w zestawie.'
    ),
    description: words(
      'Seis lentillas y un frasco de líquido. Puede recogerlas o recibirlas por correo. | Seis lentes e um frasco de líquido. Podem ser levantadas ou enviadas por correio. | Six lenses and a bottle of solution. Collect them or have them sent. | Six lentilles et un flacon de produit. À retirer ou à recevoir par la poste. | Sei lenti e un flacone di liquido. Può ritirarle o riceverle per posta. | Sis lents i un flascó de líquid. Les pot recollir o rebre per correu. | Sechs Linsen und eine Flasche Pflegemittel. Zum Abholen oder per Post. | Sześć soczewek i butelka płynu. Do odbioru lub pocztą.'
    ),
  },
  {
    ...{ slug: 'frame-repair', category: 'repairs', priceMinor: 1815 },
    name: words(
      'Reparación de montura | Reparação da armação | Frame repair | Réparation de monture | Riparazione della montatura | Reparació de muntura | Reparatur der Fassung | Naprawa oprawki'
    ),
    summary: words(
      'Tornillos, plaquetas y varillas. | Parafusos, plaquetas e hastes. | Screws, pads and temples. | Vis, plaquettes et branches. | Viti, naselli e stanghette. | Cargols, plaquetes i patilles. | Schrauben, Nasenpads und Bügel. | Śrubki, noski i zauszniki.'
    ),
    description: words(
      'La mayoría de las veces en el mismo día. | Quase sempre no próprio dia. | Mostly on the same day. | Le plus souvent le jour même. | Quasi sempre in giornata. | Gairebé sempre el mateix dia. | Meist noch am selben Tag. | Zwykle jeszcze tego samego dnia.'
    ),
  },
  {
    ...{ slug: 'eye-test', category: 'eye-care', priceMinor: 3000, taxClass: 'exempt' },
    ...{ withdrawalClass: 'none', most: 1, place: 'stuttgart', appointment: 'fitting' },
    name: words(
      'Examen de la vista | Exame à vista | Eye test | Examen de la vue | Esame della vista | Examen de la vista | Sehtest | Badanie wzroku'
    ),
    summary: words(
      'Treinta minutos con una óptica titulada. | Trinta minutos com uma optometrista. | Thirty minutes with a qualified optician. | Trente minutes avec une opticienne diplômée. | Trenta minuti con un’ottica diplomata. | Trenta minuts amb una òptica titulada. | Dreißig Minuten bei einer Augenoptikermeisterin. | Trzydzieści minut z optometrystką.'
    ),
    description: words(
      'Medimos la agudeza, la presión y el campo visual. Recibe los valores por escrito. | Medimos a acuidade, a pressão e o campo visual. Recebe os valores por escrito. | We measure acuity, pressure and field of vision. You get the figures in writing. | Nous mesurons l’acuité, la pression et le champ visuel. Vous recevez les valeurs par écrit. | Misuriamo acutezza, pressione e campo visivo. Riceve i valori per iscritto. | Mesurem l’agudesa, la pressió i el camp visual. Rep els valors per escrit. | Wir messen Sehschärfe, Druck und Gesichtsfeld. Sie erhalten die Werte schriftlich. | Mierzymy ostrość, ciśnienie i pole widzenia. Wyniki otrzymuje się na piśmie.'
    ),
  },
  {
    ...{ slug: 'workplace-vision', category: 'eye-care', priceMinor: null, basis: 'net' },
    name: words(
      'Visión en el trabajo | Visão no trabalho | Vision at work | La vue au travail | La vista al lavoro | Visió a la feina | Sehen am Arbeitsplatz | Wzrok w pracy'
    ),
    summary: words(
      'Revisiones en su empresa, para equipos enteros. | Exames na sua empresa, para equipas inteiras. | Tests at your company, for whole teams. | Examens dans votre entreprise, pour des équipes entières. | Esami nella Sua azienda, per interi gruppi. | Revisions a la seva empresa, per a equips sencers. | Tests in Ihrem Betrieb, für ganze Teams. | Badania w firmie, dla całych zespołów.'
    ),
    description: words(
      'Vamos con el aparato, medimos y entregamos un informe por persona. | Vamos com o aparelho, medimos e entregamos um relatório por pessoa. | We bring the device, measure and hand over a report for each person. | Nous venons avec l’appareil, mesurons et remettons un rapport par personne. | Veniamo con lo strumento, misuriamo e consegniamo una relazione a persona. | Venim amb l’aparell, mesurem i lliurem un informe per persona. | Wir kommen mit dem Gerät, messen und geben für jede Person einen Bericht ab. | Przyjeżdżamy z aparatem, badamy i oddajemy raport dla każdej osoby.'
    ),
  },
  {
    ...{ slug: 'certificate-copy', category: 'paperwork', priceMinor: 1210, most: 20 },
    place: 'pisa',
    name: words(
      'Copia de un certificado | Cópia de uma certidão | Copy of a certificate | Copie d’un acte | Copia di un certificato | Còpia d’un certificat | Abschrift einer Urkunde | Odpis aktu'
    ),
    summary: words(
      'Nacimiento, matrimonio o residencia. | Nascimento, casamento ou residência. | Birth, marriage or residence. | Naissance, mariage ou domicile. | Nascita, matrimonio o residenza. | Naixement, matrimoni o residència. | Geburt, Ehe oder Wohnsitz. | Urodzenie, małżeństwo lub zameldowanie.'
    ),
    description: words(
      'La pedimos al registro y se la enviamos en tres días. | Pedimos ao registo e enviamos em três dias. | We request it from the register and send it within three days. | Nous la demandons au registre et l’envoyons sous trois jours. | La richiediamo al registro e la inviamo entro tre giorni. | La demanem al registre i l’enviem en tres dies. | Wir fordern sie beim Register an und schicken sie binnen drei Tagen. | Zamawiamy go w rejestrze i wysyłamy w trzy dni.'
    ),
  },
  {
    ...{ slug: 'document-translation', category: 'paperwork', priceMinor: null, place: 'pisa' },
    name: words(
      'Traducción de un documento | Tradução de um documento | Translation of a document | Traduction d’un document | Traduzione di un documento | Traducció d’un document | Übersetzung eines Dokuments | Tłumaczenie dokumentu'
    ),
    summary: words(
      'Jurada, con sello y firma. | Certificada, com carimbo e assinatura. | Certified, with stamp and signature. | Assermentée, avec cachet et signature. | Giurata, con timbro e firma. | Jurada, amb segell i signatura. | Beglaubigt, mit Stempel und Unterschrift. | Przysięgłe, z pieczęcią i podpisem.'
    ),
    description: words(
      'Díganos el idioma y adjunte el documento; le decimos el precio y el plazo. | Basta indicar a língua e anexar o documento; dizemos o preço e o prazo. | Tell us the language and attach the document; we tell you the price and the time. | Dites-nous la langue et joignez le document ; nous vous disons le prix et le délai. | Ci dica la lingua e alleghi il documento; Le diciamo prezzo e tempi. | Digui’ns la llengua i adjunti el document; li diem el preu i el termini. | Nennen Sie uns die Sprache und fügen Sie das Dokument an; wir nennen Preis und Dauer. | Wystarczy podać język i załączyć dokument; podamy cenę i termin.'
    ),
  },
  {
    ...{ slug: 'company-registration', category: 'paperwork', priceMinor: 24_000, basis: 'net' },
    most: 1,
    name: words(
      'Alta de una empresa | Registo de uma empresa | Company registration | Immatriculation d’une entreprise | Registrazione di un’impresa | Alta d’una empresa | Anmeldung eines Unternehmens | Rejestracja firmy'
    ),
    summary: words(
      'Todos los formularios, presentados en una semana. | Todos os formulários, entregues numa semana. | All forms, filed within a week. | Tous les formulaires, déposés en une semaine. | Tutti i moduli, presentati in una settimana. | Tots els formularis, presentats en una setmana. | Alle Formulare, eingereicht in einer Woche. | Wszystkie formularze, złożone w tydzień.'
    ),
    description: words(
      'Preparamos los papeles, los presentamos y le avisamos cuando la empresa está inscrita. | Preparamos os papéis, entregamo-los e avisamos quando a empresa está registada. | We prepare the papers, file them and tell you when the company is registered. | Nous préparons les papiers, les déposons et vous prévenons de l’inscription. | Prepariamo le carte, le presentiamo e La avvisiamo quando l’impresa è iscritta. | Preparem els papers, els presentem i l’avisem quan l’empresa està inscrita. | Wir bereiten die Unterlagen vor, reichen sie ein und melden uns nach der Eintragung. | Przygotowujemy dokumenty, składamy je i informujemy o wpisie.'
    ),
  },
]
