import { randomInt } from 'node:crypto'
import { formsIn, type HtmlForm } from '#tests/kit/forms'

type Fields = Record<string, string | string[] | undefined>

export type ClientOptions = {
  /** Sent as X-Forwarded-For; the test servers trust the loopback address as their proxy. */
  address?: string
  /** Sent as Accept-Language. */
  language?: string
}

/** What came back, with the few questions that tests ask. */
export class Answer {
  constructor(
    readonly status: number,
    readonly headers: Headers,
    readonly text: string,
    readonly url: string
  ) {}

  /** Where a redirect points, as path and query. */
  get location(): string | null {
    const target = this.headers.get('location')
    if (!target) return null
    const { pathname, search } = new URL(target, this.url)
    return pathname + search
  }

  /** The forms of the page with the values a browser would send. */
  forms(): HtmlForm[] {
    return formsIn(this.text)
  }

  /** The only form whose action contains the text; throws when there is none. */
  form(action = ''): HtmlForm {
    const form = this.forms().find((candidate) => candidate.action.includes(action))
    if (!form) throw new Error(`No form with action ${action} on ${this.url} (${this.status})`)
    return form
  }
}

/** A browser without scripts: cookies, an address of its own, forms posted from our own page. */
export class HttpClient {
  readonly address: string
  readonly #cookies = new Map<string, string>()
  readonly #language: string

  constructor(
    readonly base: string,
    { address, language = 'en' }: ClientOptions = {}
  ) {
    this.address = address ?? `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`
    this.#language = language
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#send(path, { method: 'GET', headers })
  }

  /** Posts a form as a browser does from a page of the same site. */
  post(path: string, fields: Fields, headers: Record<string, string> = {}): Promise<Answer> {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(fields)) {
      for (const item of [value ?? []].flat()) body.append(name, item)
    }
    return this.#send(path, { method: 'POST', body, headers: { ...this.#own(), ...headers } })
  }

  /** Posts a form with files as a browser does. */
  upload(path: string, fields: Record<string, string | File>): Promise<Answer> {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.append(name, value)
    return this.#send(path, { method: 'POST', body, headers: this.#own() })
  }

  /** Fills in a form of a page and sends it. */
  submit(form: HtmlForm, fields: Fields = {}): Promise<Answer> {
    const merged = { ...form.fields, ...fields }
    if (form.method === 'POST') return this.post(form.action, merged)
    const query = new URLSearchParams(merged as Record<string, string>)
    return this.get(`${form.action.split('?')[0]}?${query}`)
  }

  /** Follows redirects of an answer until a page comes. */
  async follow(answer: Answer): Promise<Answer> {
    let current = answer
    for (let hops = 0; current.location && current.status < 400 && hops < 10; hops++) {
      current = await this.get(current.location)
    }
    return current
  }

  /** What this browser sends with every request, for one that is made by hand. */
  headers(): Record<string, string> {
    return {
      accept: 'text/html',
      'accept-language': this.#language,
      'x-forwarded-for': this.address,
      ...(this.#cookies.size > 0 && { cookie: this.#cookieHeader() }),
    }
  }

  cookie(name: string): string | undefined {
    return this.#cookies.get(name)
  }

  async #send(path: string, init: RequestInit & { headers: Record<string, string> }) {
    const url = new URL(path, this.base).href
    const response = await fetchAsBrowser(url, {
      ...init,
      redirect: 'manual',
      headers: {
        ...this.headers(),
        ...init.headers,
      },
    })
    for (const line of response.headers.getSetCookie()) this.#keep(line)
    return new Answer(response.status, response.headers, await response.text(), url)
  }

  #own(): Record<string, string> {
    return { origin: new URL(this.base).origin, 'sec-fetch-site': 'same-origin' }
  }

  #cookieHeader(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  #keep(line: string): void {
    const [pair, ...attributes] = line.split(';')
    const [name, ...value] = pair.trim().split('=')
    const gone = attributes.some((text) => /max-age=(0|-)|expires=.*1970/i.test(text))
    if (gone) this.#cookies.delete(name)
    else this.#cookies.set(name, value.join('='))
  }
}

/** A kept connection may end while a page is asked for: browsers then ask once more. */
async function fetchAsBrowser(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (error) {
    const { code } = ((error as Error).cause ?? {}) as { code?: string }
    if (init.method !== 'GET' || code !== 'ECONNRESET') throw error
    return fetch(url, init)
  }
}
