import type { Hours } from '#core/admin'
import type { Priority } from '#plugins/helpdesk/domain/priority'
import type { DemoTeam } from '#plugins/helpdesk/database/demo/menu'
import { words } from '#plugins/helpdesk/database/demo/words'

const DAY: Hours[] = [
  { opens: '08:00', closes: '12:00' },
  { opens: '13:00', closes: '17:00' },
]
const MORNING: Hours[] = [{ opens: '08:00', closes: '12:00' }]

/** Monday to Friday. */
export const WEEK = { 1: DAY, 2: DAY, 3: DAY, 4: DAY, 5: DAY }

/** Month and day, the name, the hours. */
const HOLIDAYS: [day: string, name: string, hours: Hours[]][] = [
  ['01-01', 'Año Nuevo', []],
  ['05-01', 'Fiesta del Trabajo', []],
  ['12-24', 'Nochebuena', MORNING],
  ['12-25', 'Navidad', []],
  ['12-31', 'Nochevieja', MORNING],
]

/** Those of three years, and a day on which the team learned something new. */
export function daysThatDiffer(year: number, training: string) {
  const holidays = [year - 1, year, year + 1].flatMap((one) =>
    HOLIDAYS.map(([day, name, hours]) => ({ day: `${one}-${day}`, name, hours }))
  )
  const learning = { day: training, name: 'Formación del equipo', hours: MORNING }
  return [...holidays.filter(({ day }) => day !== training), learning]
}

/** Minutes of business time until the first answer and until the solution. */
export const PROMISES: Record<Priority, [firstAnswer: number, solution: number]> = {
  1: [30, 240],
  2: [120, 960],
  3: [240, 1440],
  4: [480, 2400],
  5: [960, 4800],
}

/** Who of the demo's staff leads a team, and who works in it. */
export const TEAMS: Record<DemoTeam, { name: string; leads: string; works: string }> = {
  devices: { name: 'Equipos de oficina', leads: 'manager', works: 'desk' },
  programs: { name: 'Programas y redes', leads: 'owner', works: 'manager' },
}

export const TEMPLATES = [
  {
    name: 'Primera respuesta',
    team: null,
    text: words(
      'Gracias por avisarnos. Lo estamos mirando y le decimos algo hoy mismo. | Obrigado por nos avisar. Estamos a ver o assunto e damos notícias ainda hoje. | Thank you for telling us. We are looking into it and you will hear from us today. | Merci de nous avoir prévenus. Nous regardons cela et vous répondons aujourd’hui même. | Grazie per averci avvisato. Stiamo verificando e Le rispondiamo oggi stesso. | Gràcies per avisar-nos. Ho estem mirant i li diem alguna cosa avui mateix. | Danke für Ihre Nachricht. Wir sehen uns das an und melden uns noch heute. | Dziękujemy za wiadomość. Sprawdzamy to i odpowiemy jeszcze dzisiaj.'
    ),
  },
  {
    name: 'Apagar y encender',
    team: 'devices',
    text: words(
      'Apague el aparato, espere un minuto y vuelva a encenderlo. Díganos si así funciona. | Desligue o aparelho, espere um minuto e volte a ligá-lo. Diga-nos se assim funciona. | Switch the device off, wait a minute and switch it on again. Tell us whether it works then. | Éteignez l’appareil, attendez une minute et rallumez-le. Dites-nous si cela fonctionne. | Spenga l’apparecchio, attenda un minuto e lo riaccenda. Ci dica se così funziona. | Apagui l’aparell, esperi un minut i torni a engegar-lo. Digui’ns si així funciona. | Schalten Sie das Gerät aus, warten Sie eine Minute und schalten Sie es wieder ein. Sagen Sie uns, ob es dann geht. | Proszę wyłączyć urządzenie, odczekać minutę i włączyć je ponownie. Prosimy o wiadomość, czy teraz działa.'
    ),
  },
] as const
