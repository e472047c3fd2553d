import logger from '@adonisjs/core/services/logger'
import type { Result } from '#core/platform'

/** Asks a provider over the network: what it does not answer is expected, and said so. */
export async function providerDown<T>(
  ask: () => Promise<T>
): Promise<Result<{ value: T }, 'provider_down'>> {
  try {
    return { ok: true, value: await ask() }
  } catch (error) {
    if (!isOfProvider(error)) throw error
    logger.warn({ type: error.type, code: error.code }, 'A payment provider did not do as asked')
    return { ok: false, reason: 'provider_down' }
  }
}

/** Errors of the provider's library; everything else is ours. */
const isOfProvider = (error: unknown): error is { type: string; code?: string } =>
  error instanceof Error && 'type' in error && String(error.type).startsWith('Stripe')
