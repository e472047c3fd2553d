import type { Locale } from '#core/organisation'
import type { DemoDeed } from '#plugins/shop-quotes/database/demo/order_steps'
import type { Billing } from '#plugins/shop-quotes/domain/billing'
import type { Method } from '#plugins/shop-quotes/domain/payment_states'

/** Days ago, the hour, what was done, and the words of it. */
export type DemoStep = readonly [ago: number, hour: number, step: DemoDeed, words?: string]

export type DemoBuyer = {
  firstName: string
  lastName: string
  email: string
  locale: Locale
  billing: Pick<Billing, 'street' | 'postalCode' | 'city' | 'country'> & Partial<Billing>
}

export type DemoOrder = {
  by: DemoBuyer
  placed: readonly [ago: number, hour: number]
  method: Extract<Method, 'bank_transfer' | 'desk'>
  /** Slugs of services without a form, and how many of each. */
  bought: readonly (readonly [slug: string, quantity: number])[]
  steps: readonly DemoStep[]
}

type Address = DemoBuyer['billing']

const buyer = (name: string, locale: Locale, billing: Address): DemoBuyer => {
  const [firstName, lastName] = name.split(' ')
  const email = `${firstName}.${lastName}@demo.invalid`.toLowerCase()
  return { firstName, lastName, email, locale, billing }
}

const place = (street: string, postalCode: string, city: string, country: string): Address => ({
  ...{ street, postalCode, city, country },
})

/** The account with which the demo is tried as a customer. */
const CELIA: DemoBuyer = {
  ...buyer('Celia Marlago', 'es', place('Calle del Mirto 3', '46002', 'Valencia', 'ES')),
  email: 'customer@demo.invalid',
}
/** Invented; nobody is meant. */
const UWE = buyer('Uwe Ahrnfeld', 'de', place('Lindenstieg 8', '28195', 'Bremen', 'DE'))
const NURIA = buyer('Nuria Valdecampo', 'es', place('Calle del Romero 21', '28012', 'Madrid', 'ES'))
const OWEN = buyer('Owen Marshbrook', 'en', place('4 Heron Lane', 'D02 X285', 'Dublin', 'IE'))
const LIA = buyer('Lia Torrebruna', 'it', {
  ...place('Via dei Gelsi 5', '56125', 'Pisa', 'IT'),
  region: 'PI',
})
const JOST = buyer('Jost Wiesenbrink', 'de', place('Mühlgasse 2', '93047', 'Regensburg', 'DE'))
const PACO = buyer('Paco Riofresno', 'es', place('Plaza del Olmo 1', '46003', 'Valencia', 'ES'))

/** Whoever comes first was placed first. */
export const SCRIPTS: readonly DemoOrder[] = [
  {
    ...{ by: LIA, placed: [20, 11], method: 'bank_transfer' },
    bought: [['frame-repair', 1]],
    steps: [[4, 6, 'expire']],
  },
  {
    ...{ by: CELIA, placed: [9, 18], method: 'bank_transfer' },
    bought: [
      ['eye-test', 1],
      ['frame-repair', 1],
    ],
    steps: [
      [8, 10, 'pay'],
      [7, 9, 'start'],
      [7, 9, 'note', 'Montura con el puente roto: se suelda.'],
      [
        ...([6, 17, 'complete'] as const),
        'Su vista no ha cambiado desde la última vez. La montura está soldada y la espera en el mostrador.',
      ],
    ],
  },
  {
    ...{ by: PACO, placed: [8, 12], method: 'bank_transfer' },
    bought: [['company-registration', 1]],
    steps: [
      [7, 11, 'pay'],
      [5, 10, 'cancel', 'El registro no admite el nombre que usted eligió.'],
      [5, 12, 'refund', 'Pedido anulado'],
    ],
  },
  {
    ...{ by: UWE, placed: [6, 10], method: 'desk' },
    bought: [['contact-lenses', 2]],
    steps: [
      [6, 16, 'pay'],
      [5, 9, 'start'],
      [5, 9, 'write', 'Die Linsen sind bestellt und kommen am Donnerstag.'],
    ],
  },
  {
    ...{ by: NURIA, placed: [4, 13], method: 'bank_transfer' },
    bought: [['company-registration', 1]],
    steps: [[3, 10, 'pay']],
  },
  {
    ...{ by: JOST, placed: [4, 9], method: 'bank_transfer' },
    bought: [['frame-repair', 1]],
    steps: [[2, 10, 'pay_too_much']],
  },
  {
    ...{ by: OWEN, placed: [3, 15], method: 'desk' },
    bought: [
      ['frame-repair', 1],
      ['contact-lenses', 1],
    ],
    steps: [],
  },
  {
    ...{ by: CELIA, placed: [1, 19], method: 'bank_transfer' },
    bought: [['contact-lenses', 1]],
    steps: [],
  },
]
