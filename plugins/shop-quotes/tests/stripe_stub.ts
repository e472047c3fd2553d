import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A page of the provider, as far as the shop asks for it. */
export type StubSession = {
  id: string
  status: 'open' | 'complete' | 'expired'
  payment_status: 'unpaid' | 'paid'
  amount_total: number
  currency: string
  url: string
  payment_intent: string
  metadata: Record<string, string>
}

type Stub = {
  url: string
  sessions: StubSession[]
  /** Refunds that were made: intent and amount. */
  refunds: { payment_intent: string; amount: number }[]
  /** Every call, `POST /v1/checkout/sessions`. */
  calls: string[]
  /** The next so many calls fail with this status. */
  failing: { times: number; status: number }
  close(): Promise<void>
}

/** The five routes of Stripe that the shop uses, with its rule of keys: the same key, one answer. */
export async function stripeStub(): Promise<Stub> {
  const stub: Stub = {
    ...{ url: '', sessions: [], refunds: [], calls: [], failing: { times: 0, status: 500 } },
    close: async () => void server.close(),
  }
  const kept = new Map<string, object>()
  const server = createServer(async (request, response) => {
    const body = new URLSearchParams(await textOf(request))
    stub.calls.push(`${request.method} ${request.url}`)
    if (stub.failing.times > 0) {
      stub.failing.times -= 1
      return send(response, stub.failing.status, { error: { type: 'api_error', message: 'no' } })
    }
    const key = String(request.headers['idempotency-key'] ?? '')
    // The library makes up keys of its own for what it may try again.
    const known = kept.get(`${request.url} ${key}`)
    const answer = known ?? answerTo(stub, request, body)
    if (request.method === 'POST' && answer) kept.set(`${request.url} ${key}`, answer)
    return answer
      ? send(response, 200, answer)
      : send(response, 404, { error: { type: 'invalid_request_error', message: 'no such thing' } })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  stub.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return stub
}

function answerTo(stub: Stub, { method, url }: IncomingMessage, body: URLSearchParams) {
  if (url === '/v1/checkout/sessions') return created(stub, body)
  if (url === '/v1/refunds') {
    const refund = {
      payment_intent: body.get('payment_intent')!,
      amount: Number(body.get('amount')),
    }
    stub.refunds.push(refund)
    return { id: `re_${stub.refunds.length}`, object: 'refund', ...refund }
  }
  const [, id, verb] = /^\/v1\/checkout\/sessions\/(\w+)(\/expire)?$/.exec(url ?? '') ?? []
  const session = stub.sessions.find((one) => one.id === id)
  if (session && verb && method === 'POST') session.status = 'expired'
  return session
}

function created(stub: Stub, body: URLSearchParams): StubSession {
  const nth = stub.sessions.length + 1
  const price = 'line_items[0][price_data]'
  const session: StubSession = {
    ...{ id: `cs_test_${nth}`, status: 'open', payment_status: 'unpaid' },
    amount_total: Number(body.get(`${price}[unit_amount]`)),
    currency: body.get(`${price}[currency]`)!,
    url: `https://checkout.stripe.com/c/pay/cs_test_${nth}`,
    payment_intent: `pi_${nth}`,
    metadata: { payment: body.get('metadata[payment]')!, order: body.get('metadata[order]')! },
  }
  stub.sessions.push(session)
  return session
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const piece of request) text += String(piece)
  return text
}

function send(response: ServerResponse, status: number, answer: object): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(answer))
}
