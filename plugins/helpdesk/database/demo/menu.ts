import type { Translated } from '#core/organisation'
import { words } from '#plugins/helpdesk/database/demo/words'
import type { Kind } from '#plugins/helpdesk/domain/intake'
import type { Impact } from '#plugins/helpdesk/domain/priority'

export type DemoTeam = 'devices' | 'programs'

export type DemoNeed = {
  key: string
  label: Translated
  hint?: Translated
  kind: Kind
  impact: Impact
  team: DemoTeam
}

export type DemoChoice = {
  key: string
  label: Translated
  question: Translated
  needs: DemoNeed[]
}

/** What a company that looks after offices is asked for. */
export const MENU: DemoChoice[] = [
  {
    key: 'printer',
    label: words(
      'Impresora o fotocopiadora | Impressora ou fotocopiadora | Printer or copier | Imprimante ou photocopieur | Stampante o fotocopiatrice | Impressora o fotocopiadora | Drucker oder Kopierer | Drukarka lub kopiarka'
    ),
    question: words(
      '¿Qué le pasa? | O que se passa? | What is the matter with it? | Que se passe-t-il ? | Che cosa succede? | Què li passa? | Was ist damit? | Co się dzieje?'
    ),
    needs: [
      {
        ...{ key: 'printer-blank', kind: 'incident', impact: 'several', team: 'devices' },
        label: words(
          'Imprime mal o nada | Imprime mal ou não imprime | It prints badly or not at all | Elle imprime mal ou pas du tout | Stampa male o per niente | Imprimeix malament o gens | Er druckt schlecht oder gar nicht | Drukuje źle lub wcale'
        ),
      },
      {
        ...{ key: 'printer-jam', kind: 'incident', impact: 'one', team: 'devices' },
        label: words(
          'Se atasca el papel | O papel encrava | Paper gets stuck | Le papier se coince | La carta si inceppa | El paper s’encalla | Papier bleibt stecken | Papier się zacina'
        ),
      },
      {
        ...{ key: 'printer-toner', kind: 'request', impact: 'several', team: 'devices' },
        label: words(
          'Falta tóner o papel | Falta toner ou papel | Toner or paper runs out | Il manque du toner ou du papier | Manca toner o carta | Falta tòner o paper | Toner oder Papier geht aus | Kończy się toner lub papier'
        ),
        hint: words(
          'Tenga a mano el número del aparato | Tenha à mão o número do aparelho | Have the number of the device at hand | Gardez sous la main le numéro de l’appareil | Tenga a portata di mano il numero dell’apparecchio | Tingui a mà el número de l’aparell | Halten Sie die Nummer des Geräts bereit | Warto mieć pod ręką numer urządzenia'
        ),
      },
    ],
  },
  {
    key: 'computer',
    label: words(
      'Ordenador o pantalla | Computador ou ecrã | Computer or screen | Ordinateur ou écran | Computer o schermo | Ordinador o pantalla | Computer oder Bildschirm | Komputer lub monitor'
    ),
    question: words(
      '¿De qué se trata? | De que se trata? | What is it about? | De quoi s’agit-il ? | Di che cosa si tratta? | De què es tracta? | Worum geht es? | O co chodzi?'
    ),
    needs: [
      {
        ...{ key: 'computer-dead', kind: 'incident', impact: 'one', team: 'devices' },
        label: words(
          'No arranca o se apaga | Não arranca ou desliga-se | It does not start or switches off | Il ne démarre pas ou s’éteint | Non si avvia o si spegne | No arrenca o s’apaga | Er startet nicht oder geht aus | Nie włącza się lub gaśnie'
        ),
      },
      {
        ...{ key: 'computer-another', kind: 'request', impact: 'one', team: 'devices' },
        label: words(
          'Necesito otro equipo | Preciso de outro equipamento | I need another device | J’ai besoin d’un autre appareil | Mi serve un altro dispositivo | Necessito un altre equip | Ich brauche ein anderes Gerät | Potrzebny jest inny sprzęt'
        ),
      },
    ],
  },
  {
    key: 'programs',
    label: words(
      'Programas y accesos | Programas e acessos | Programs and access | Logiciels et accès | Programmi e accessi | Programes i accessos | Programme und Zugänge | Programy i dostęp'
    ),
    question: words(
      '¿Qué ocurre? | O que acontece? | What happens? | Que se passe-t-il ? | Che cosa succede? | Què passa? | Was geschieht? | Co się dzieje?'
    ),
    needs: [
      {
        ...{ key: 'program-fails', kind: 'incident', impact: 'one', team: 'programs' },
        label: words(
          'Un programa no funciona | Um programa não funciona | A program does not work | Un logiciel ne fonctionne pas | Un programma non funziona | Un programa no funciona | Ein Programm funktioniert nicht | Program nie działa'
        ),
      },
      {
        ...{ key: 'program-sign-in', kind: 'incident', impact: 'one', team: 'programs' },
        label: words(
          'No puedo iniciar sesión | Não consigo iniciar sessão | I cannot sign in | Je n’arrive pas à me connecter | Non riesco ad accedere | No puc iniciar la sessió | Ich kann mich nicht anmelden | Nie mogę się zalogować'
        ),
      },
      {
        ...{ key: 'program-access', kind: 'request', impact: 'one', team: 'programs' },
        label: words(
          'Alguien necesita acceso | Alguém precisa de acesso | Somebody needs access | Quelqu’un a besoin d’un accès | Qualcuno ha bisogno di un accesso | Algú necessita accés | Jemand braucht einen Zugang | Ktoś potrzebuje dostępu'
        ),
      },
    ],
  },
  {
    key: 'network',
    label: words(
      'Internet y teléfono | Internet e telefone | Internet and telephone | Internet et téléphone | Internet e telefono | Internet i telèfon | Internet und Telefon | Internet i telefon'
    ),
    question: words(
      '¿Qué no funciona? | O que não funciona? | What does not work? | Qu’est-ce qui ne marche pas ? | Che cosa non funziona? | Què no funciona? | Was geht nicht? | Co nie działa?'
    ),
    needs: [
      {
        ...{ key: 'network-internet', kind: 'incident', impact: 'everybody', team: 'programs' },
        label: words(
          'No hay internet | Não há internet | There is no internet | Il n’y a pas d’internet | Internet non funziona | No hi ha internet | Das Internet geht nicht | Nie ma internetu'
        ),
        hint: words(
          'Ni por cable ni por wifi | Nem por cabo nem por Wi-Fi | Neither by cable nor by Wi-Fi | Ni par câble ni en Wi-Fi | Né via cavo né via Wi-Fi | Ni per cable ni per wifi | Weder über Kabel noch über WLAN | Ani kablem, ani przez Wi-Fi'
        ),
      },
      {
        ...{ key: 'network-phone', kind: 'incident', impact: 'several', team: 'devices' },
        label: words(
          'El teléfono no suena o no llama | O telefone não toca ou não liga | The phone does not ring or call | Le téléphone ne sonne pas ou n’appelle pas | Il telefono non squilla o non chiama | El telèfon no sona o no truca | Das Telefon klingelt nicht oder wählt nicht | Telefon nie dzwoni lub nie łączy'
        ),
      },
    ],
  },
]
