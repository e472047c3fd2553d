// Lays out a helpdesk and as many customers as it is told to, the first of them with a page full
// of running tickets; says how each signs in and what they would open a ticket for.
import { layOut, PASSWORD, somebody } from './laid_out.js'

const CUSTOMERS = Number(process.argv[2])
const RUNNING = 30

await layOut(async () => {
  const { aHelpdesk, aTicket } = await import('#plugins/helpdesk/tests/helpdesk')
  const desk = await aHelpdesk()
  const emails: string[] = []
  for (let nth = 0; nth < CUSTOMERS; nth++) {
    const { email, id: userId } = await somebody('customer', `customer${nth}@example.org`, null)
    emails.push(email)
    const requester = { userId, firstName: 'Ada', lastName: 'Brandt', email }
    for (let n = 0; nth === 0 && n < RUNNING; n++) await aTicket(desk, { requester })
  }
  return { emails, password: PASSWORD, need: desk.key }
})
