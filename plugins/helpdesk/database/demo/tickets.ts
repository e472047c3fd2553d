import type { Urgency } from '#plugins/helpdesk/domain/priority'
import type { TicketStep } from '#plugins/helpdesk/domain/ticket_states'
import type { CUSTOMERS } from '#plugins/helpdesk/database/demo/people'

/** So many business days ago, the time on the wall, what was done, in which words; a rating is 1 to 5. */
export type DemoStep = [ago: number, time: string, step: TicketStep, words?: string | number]

export type DemoTicket = {
  by: keyof typeof CUSTOMERS
  need: string
  urgency: Urgency
  opened: [ago: number, time: string, description: string]
  steps: DemoStep[]
}

/** The demo account has one in every state; of the others some are late and one came back. */
export const TICKETS: DemoTicket[] = [
  {
    ...{ by: 'own', need: 'printer-jam', urgency: 'medium' },
    opened: [14, '09:10', 'El papel se atasca en la bandeja dos.'],
    steps: [
      [13, '10:30', 'propose', 'Hemos cambiado el rodillo de la bandeja.'],
      [0, '', 'lapse'],
    ],
  },
  {
    ...{ by: 'tea', need: 'network-internet', urgency: 'high' },
    opened: [12, '08:20', 'Nessun computer arriva a internet da stamattina.'],
    steps: [
      [12, '09:10', 'propose', 'Il router era bloccato, ora è riavviato.'],
      [12, '10:05', 'accept'],
      [12, '10:06', 'rate', 5],
    ],
  },
  {
    ...{ by: 'uwe', need: 'printer-jam', urgency: 'medium' },
    opened: [12, '14:00', 'Der Kopierer zieht zwei Blätter auf einmal ein.'],
    steps: [
      [12, '15:20', 'answer', 'Wir sehen ihn uns morgen früh an.'],
      [11, '09:30', 'propose', 'Die Einzugsrollen sind gereinigt.'],
      [10, '08:40', 'accept'],
      [10, '08:41', 'rate', 4],
    ],
  },
  {
    ...{ by: 'own', need: 'network-phone', urgency: 'high' },
    opened: [11, '08:40', 'El teléfono de la recepción no suena.'],
    steps: [
      [11, '09:15', 'answer', 'Lo estamos mirando. Mientras tanto desviamos las llamadas.'],
      [10, '11:20', 'propose', 'El timbre estaba desactivado en la centralita. Ya suena.'],
      [9, '09:05', 'accept'],
      [9, '09:06', 'rate', 5],
    ],
  },
  {
    ...{ by: 'nuria', need: 'program-sign-in', urgency: 'high' },
    opened: [11, '09:00', 'No puedo entrar en el correo: dice que la cuenta está bloqueada.'],
    steps: [
      [11, '09:25', 'propose', 'La cuenta está desbloqueada. Le pedirá una contraseña nueva.'],
      [11, '09:40', 'accept'],
      [11, '09:41', 'rate', 5],
    ],
  },
  {
    ...{ by: 'owen', need: 'program-fails', urgency: 'medium' },
    opened: [10, '10:00', 'The calendar shows every appointment an hour too late.'],
    steps: [
      [10, '10:50', 'ask', 'Is it so on the telephone, too?'],
      [9, '08:30', 'add', 'No, only on the computer.'],
      [9, '11:00', 'propose', 'The computer had the wrong time zone. Please start it again.'],
      [8, '09:00', 'reject', 'It is still an hour late.'],
      [7, '10:15', 'propose', 'The programme had a zone of its own; we have set it right.'],
      [6, '11:30', 'accept'],
      [6, '11:31', 'rate', 3],
    ],
  },
  {
    ...{ by: 'uwe', need: 'printer-toner', urgency: 'low' },
    opened: [10, '13:30', 'Bitte zwei Kartuschen Schwarz für den Drucker im Flur.'],
    steps: [
      [9, '14:10', 'propose', 'Beide stehen im Schrank neben dem Drucker.'],
      [0, '', 'lapse'],
    ],
  },
  {
    ...{ by: 'paco', need: 'computer-another', urgency: 'low' },
    opened: [9, '11:10', 'Necesito una segunda pantalla para la contabilidad.'],
    steps: [
      [9, '14:00', 'take'],
      [8, '10:00', 'answer', 'La hemos pedido; llega en tres días.'],
      [5, '15:00', 'propose', 'La pantalla está instalada.'],
      [4, '08:50', 'accept'],
      [4, '08:52', 'rate', 4],
    ],
  },
  {
    ...{ by: 'lia', need: 'network-phone', urgency: 'medium' },
    opened: [9, '13:15', 'Dal telefono in sala non si può chiamare fuori.'],
    steps: [
      [9, '15:30', 'propose', 'La linea esterna è di nuovo attiva.'],
      [8, '08:20', 'accept'],
      [7, '09:00', 'take_back', 'Da ieri sera di nuovo non va.'],
      [6, '10:40', 'propose', 'Il cavo era difettoso; lo abbiamo sostituito.'],
      [5, '09:10', 'accept'],
    ],
  },
  {
    ...{ by: 'own', need: 'printer-toner', urgency: 'low' },
    opened: [8, '10:20', 'Nos queda poco tóner de color.'],
    steps: [[8, '11:45', 'cancel', 'Hemos encontrado uno en el almacén.']],
  },
  {
    ...{ by: 'nuria', need: 'program-access', urgency: 'low' },
    opened: [8, '13:40', 'Mi compañera necesita entrar en el archivo de contratos.'],
    steps: [
      [8, '14:30', 'propose', 'Ya tiene acceso. Tiene que volver a iniciar sesión.'],
      [7, '08:15', 'accept'],
    ],
  },
  {
    ...{ by: 'owen', need: 'network-internet', urgency: 'high' },
    opened: [7, '08:10', 'The whole first floor is offline.'],
    steps: [
      [7, '09:00', 'propose', 'A switch on the first floor had no power. It is back.'],
      [7, '09:30', 'accept'],
      [5, '08:05', 'reopen', 'It happened again this morning.'],
      [4, '09:20', 'propose', 'We have replaced the switch.'],
      [4, '11:00', 'accept'],
      [4, '11:02', 'rate', 4],
    ],
  },
  {
    ...{ by: 'jost', need: 'computer-dead', urgency: 'high' },
    opened: [6, '08:30', 'Mein Rechner geht nach einer Minute wieder aus.'],
    steps: [
      [6, '08:45', 'take'],
      [5, '10:30', 'propose', 'Das Netzteil ist ausgetauscht.'],
      [5, '11:15', 'accept'],
      [5, '11:16', 'rate', 5],
    ],
  },
  {
    ...{ by: 'own', need: 'printer-blank', urgency: 'high' },
    opened: [6, '09:30', 'La impresora del mostrador saca hojas en blanco.'],
    steps: [
      [6, '09:50', 'take'],
      [5, '11:30', 'propose', 'Hemos limpiado los cabezales.'],
      [4, '09:15', 'reject', 'Sigue saliendo en blanco, sobre todo por la mañana.'],
      [3, '09:00', 'note', 'El tambor está gastado; hay uno en el coche.'],
      [
        1,
        '15:20',
        'propose',
        'Hemos cambiado el tambor. Imprima una página y díganos si sale bien.',
      ],
    ],
  },
  {
    ...{ by: 'paco', need: 'program-fails', urgency: 'medium' },
    opened: [5, '09:20', 'El programa de pedidos no guarda las direcciones.'],
    steps: [[5, '11:40', 'answer', 'Lo hemos podido repetir y buscamos la causa.']],
  },
  {
    ...{ by: 'tea', need: 'printer-blank', urgency: 'medium' },
    opened: [4, '10:10', 'Le stampe hanno una riga nera in mezzo.'],
    steps: [[4, '11:00', 'ask', 'Succede anche con le fotocopie?']],
  },
  {
    ...{ by: 'jost', need: 'program-access', urgency: 'medium' },
    opened: [4, '14:20', 'Der neue Kollege braucht Zugang zur Lagerliste.'],
    steps: [[4, '15:00', 'take']],
  },
  {
    ...{ by: 'own', need: 'program-fails', urgency: 'medium' },
    opened: [
      3,
      '10:15',
      'El programa de facturas se cierra al imprimir.\nPasa desde la actualización.',
    ],
    steps: [
      [3, '11:05', 'answer', 'Hemos visto lo mismo en otro equipo y hablamos con el fabricante.'],
      [2, '09:20', 'add', 'Hoy también se cierra al guardar.'],
      [2, '09:50', 'note', 'El fabricante habla de una corrección esta semana.'],
    ],
  },
  {
    ...{ by: 'nuria', need: 'printer-jam', urgency: 'medium' },
    opened: [3, '13:30', 'Se atasca el papel grueso.'],
    steps: [
      [2, '10:20', 'propose', 'El papel grueso va por la bandeja lateral; ya está ajustada.'],
    ],
  },
  {
    ...{ by: 'own', need: 'program-access', urgency: 'low' },
    opened: [2, '11:30', 'Una compañera empieza el lunes y necesita entrar en el archivo común.'],
    steps: [[2, '14:10', 'ask', '¿Cómo se llama y en qué departamento trabaja?']],
  },
  {
    ...{ by: 'owen', need: 'network-phone', urgency: 'low' },
    opened: [2, '13:45', 'Can my extension be moved to the new desk?'],
    steps: [[1, '08:30', 'take']],
  },
  {
    ...{ by: 'lia', need: 'printer-toner', urgency: 'low' },
    opened: [2, '15:10', 'Serve carta A3 per la settimana prossima.'],
    steps: [],
  },
  {
    ...{ by: 'jost', need: 'program-sign-in', urgency: 'high' },
    opened: [1, '09:40', 'Nach dem Urlaub ist mein Kennwort abgelaufen.'],
    steps: [],
  },
  {
    ...{ by: 'paco', need: 'computer-dead', urgency: 'medium' },
    opened: [1, '16:10', 'El portátil no carga la batería.'],
    steps: [],
  },
  {
    ...{ by: 'own', need: 'computer-dead', urgency: 'medium' },
    opened: [0, '', 'La pantalla parpadea cuando se enciende la luz.'],
    steps: [],
  },
  {
    ...{ by: 'tea', need: 'program-fails', urgency: 'high' },
    opened: [0, '', 'Il programma di posta chiede la password a ogni messaggio.'],
    steps: [[0, '', 'answer', 'Lo stiamo verificando.']],
  },
]
