export type LoadRequest = {
  path: string
  /** With a body it is a form post. */
  body?: string
  headers?: Record<string, string>
  /** Forwarded address; by default one for each connection. */
  address?: string
}

export type LoadTask = {
  port: number
  connections: number
  /** How many requests in all, taken from `requests` in turn. */
  count: number
  requests: LoadRequest[]
}

export type LoadResult = {
  seconds: number
  /** milliseconds of each request */
  latencies: number[]
  statuses: Record<number, number>
}
