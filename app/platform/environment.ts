import { EnvLoader, EnvParser } from '@adonisjs/core/env'
import { E_CONFIGURATION } from '#app/platform/exceptions'

type Reader<T> = (value: string | undefined, name: string) => T

const NODE_ENVS = ['development', 'production', 'test'] as const
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

function malformed(name: string, value: string, expected: string, example: string): never {
  throw new E_CONFIGURATION([`${name}="${value}" is not ${expected}. Example: ${name}=${example}`])
}

const text =
  (fallback?: string): Reader<string | undefined> =>
  (value) =>
    value || fallback

const integer =
  (fallback: number, min: number, max: number): Reader<number> =>
  (value, name) => {
    if (!value) return fallback
    const number = Number(value)
    if (!Number.isInteger(number) || number < min || number > max) {
      malformed(name, value, `a whole number from ${min} to ${max}`, String(fallback))
    }
    return number
  }

const oneOf =
  <const T extends string>(values: readonly T[], fallback: T): Reader<T> =>
  (value, name) => {
    if (!value) return fallback
    if (!values.includes(value as T))
      malformed(name, value, `one of ${values.join(', ')}`, fallback)
    return value as T
  }

const url =
  (protocols: string[], example: string): Reader<string | undefined> =>
  (value, name) => {
    if (!value) return undefined
    if (!URL.canParse(value) || !protocols.includes(new URL(value).protocol)) {
      malformed(name, value, 'a valid address', example)
    }
    return value.replace(/\/$/, '')
  }

const list: Reader<string[] | undefined> = (value) =>
  value === undefined
    ? undefined
    : value
        .split(',')
        .map((item) => item.trim())
        .filter(Boolean)

const flag =
  (fallback: boolean): Reader<boolean> =>
  (value, name) => {
    if (value === undefined || value === '') return fallback
    if (!['0', '1', 'true', 'false', 'on', 'off'].includes(value)) {
      malformed(name, value, 'on or off', fallback ? 'on' : 'off')
    }
    return ['1', 'true', 'on'].includes(value)
  }

const VARIABLES = {
  NODE_ENV: oneOf(NODE_ENVS, 'production'),
  HOST: text('127.0.0.1') as Reader<string>,
  PORT: integer(3333, 0, 65535),
  APP_URL: url(['http:', 'https:'], 'https://desk.example.org'),
  APP_KEY: text(),
  LOG_LEVEL: oneOf(LOG_LEVELS, 'info'),
  DATA_DIR: text(),
  DATABASE_URL: url(
    ['postgres:', 'postgresql:'],
    'postgres://user:password@127.0.0.1:5432/sportello'
  ),
  PLUGINS: list,
  DEMO: flag(true),
  WORKER: flag(true),
  TRUSTED_PROXIES: list,
  SMTP_HOST: text(),
  SMTP_PORT: integer(587, 1, 65535),
  SMTP_USER: text(),
  SMTP_PASSWORD: text(),
  SMTP_SECURE: flag(false),
  MAIL_FROM: text(),
  CLAMAV_HOST: text(),
  CLAMAV_PORT: integer(3310, 1, 65535),
  TEST_CLOCK: text(),
} satisfies Record<string, Reader<unknown>>

export type Environment = {
  readonly [K in keyof typeof VARIABLES]: ReturnType<(typeof VARIABLES)[K]>
}

/**
 * Reads the process environment and, below it, the file `.env` (in ENV_PATH or the root).
 * A malformed value ends the start with one line that names it and gives an example.
 */
export async function readEnvironment(root: URL): Promise<Environment> {
  for (const file of await new EnvLoader(root).load()) {
    const values = await new EnvParser(file.contents, root, { ignoreProcessEnv: false }).parse()
    for (const [name, value] of Object.entries(values)) process.env[name] ??= value
  }
  const entries = Object.entries(VARIABLES).map(([name, read]) => [
    name,
    read(process.env[name], name),
  ])
  const environment = Object.fromEntries(entries) as Environment
  // The framework's server reads these two itself and would listen on every address.
  process.env.HOST = environment.HOST
  process.env.PORT = String(environment.PORT)
  return environment
}
