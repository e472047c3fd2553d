import { setTimeout as wait } from 'node:timers/promises'
import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** A mail as it arrived: parsed, with its envelope. */
export type ReceivedMail = Email & { envelopeTo: string[]; raw: string }

type Refusal = { code: number; text: string }

const PATIENCE = 15_000

async function read(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** A mail server that keeps what it receives; real servers send to it over SMTP. */
export class Mailbox {
  readonly mails: ReceivedMail[] = []
  #refusal: Refusal | null = null
  #afterReceipt: (() => Promise<void>) | null = null

  readonly #server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: async (stream, session, done) => {
      const raw = await read(stream)
      if (this.#refusal) {
        const { code, text } = this.#refusal
        return done(Object.assign(new Error(text), { responseCode: code }))
      }
      const envelopeTo = session.envelope.rcptTo.map(({ address }) => address)
      const parsed = await PostalMime.parse(raw)
      this.mails.push({ ...parsed, envelopeTo, raw: raw.toString('utf8') })
      await this.#afterReceipt?.()
      done()
    },
  })

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    // A test that fails before it closes its mailbox must not keep the run from ending.
    this.#server.server.unref()
    return this
  }

  /** For `startServer({ env: { ...mailbox.env } })`. */
  get env(): Record<string, string> {
    const { port } = this.#server.server.address() as AddressInfo
    return {
      SMTP_HOST: '127.0.0.1',
      SMTP_PORT: String(port),
      SMTP_SECURE: 'off',
      MAIL_FROM: 'desk@example.org',
    }
  }

  to(address: string): ReceivedMail[] {
    return this.mails.filter(({ envelopeTo }) => envelopeTo.includes(address))
  }

  /** Waits until the n-th mail to this address has come and returns it. */
  async next(address: string, nth = 1): Promise<ReceivedMail> {
    const deadline = Date.now() + PATIENCE
    while (this.to(address).length < nth) {
      if (Date.now() > deadline) throw new Error(`Mail ${nth} to ${address} did not come`)
      await wait(50)
    }
    return this.to(address)[nth - 1]
  }

  /** Answers every further mail with this SMTP code, until `accept()`. */
  refuse(code = 451, text = 'Try again later'): void {
    this.#refusal = { code, text }
  }

  accept(): void {
    this.#refusal = null
  }

  /** Runs between the receipt of a mail and the answer 250, e.g. to kill the sender. */
  afterReceipt(work: (() => Promise<void>) | null): void {
    this.#afterReceipt = work
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.close(() => resolve()))
  }
}

export const openMailbox = (): Promise<Mailbox> => new Mailbox().open()

/** Links in the text part of a mail, in order. */
export function linksIn(mail: Pick<Email, 'text'>): string[] {
  return [...(mail.text ?? '').matchAll(/https?:\/\/[^\s<>"]+/g)].map(([link]) => link)
}
