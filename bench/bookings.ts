import { randomUUID } from 'node:crypto'
import type { LoadRequest } from './load_task.js'
import type { Product } from './product.js'

const VALUE = /name="starts_at" value="(\d+)"/g
const DAY = 86_400_000

/** Free times (epoch ms) of some weeks from the day after tomorrow on, as the pages offer them. */
export async function freeStarts(product: Product, path: string, weeks: number): Promise<number[]> {
  const starts = new Set<number>()
  for (let week = 0; week < weeks; week++) {
    const from = new Date(Date.now() + (2 + 7 * week) * DAY).toISOString().slice(0, 10)
    const answer = await fetch(`${product.url}${path}/week?from=${from}`)
    for (const [, value] of (await answer.text()).matchAll(VALUE)) starts.add(Number(value))
  }
  return [...starts].sort((a, b) => a - b)
}

/** A form post as a browser sends it from a page of the product, from an address of its own. */
export function formPost(
  { url }: Pick<Product, 'url'>,
  path: string,
  fields: Record<string, string>,
  visitor: number
): LoadRequest & { body: string; headers: Record<string, string> } {
  return {
    path,
    body: new URLSearchParams(fields).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: url,
      'sec-fetch-site': 'same-origin',
    },
    address: `10.${(visitor >> 16) & 255}.${(visitor >> 8) & 255}.${visitor & 255}`,
  }
}

async function send(product: Product, request: ReturnType<typeof formPost>): Promise<string> {
  const answer = await fetch(`${product.url}${request.path}`, {
    method: 'POST',
    redirect: 'manual',
    body: request.body,
    headers: { ...request.headers, 'x-forwarded-for': request.address! },
  })
  if (answer.status !== 303) throw new Error(`Invalid run: ${answer.status} for ${request.path}`)
  return answer.headers.get('location')!
}

/** Forms that are filled in, each for a time of its own that is held: ready to be confirmed. */
export async function completeDrafts(
  product: Product,
  { count, from }: { count: number; from: number }
): Promise<LoadRequest[]> {
  const { empty } = product.fixtures
  const starts = (await freeStarts(product, empty, 12)).filter((_, i) => i % 2 === 0)
  const ready: LoadRequest[] = []
  for (let visitor = from; visitor < from + count; visitor++) {
    const post = (path: string, fields: Record<string, string>) =>
      formPost(product, path, fields, visitor)
    const startsAt = String(starts[visitor % starts.length])
    const held = await send(product, post(`${empty}/choices`, { starts_at: startsAt }))
    const draft = new URL(held, product.url).searchParams.get('draft')!
    const names = { first_name: 'Ada', last_name: 'Brandt', email: `guest${visitor}@example.org` }
    await send(product, post(`/booking/drafts/${draft}`, names))
    const proof = { altcha: `solved:${randomUUID()}` }
    ready.push(post(`/booking/drafts/${draft}/confirmation`, proof))
  }
  return ready
}
