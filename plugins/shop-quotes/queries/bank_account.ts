import type { Trx } from '#core/platform'
import { setting, settingsWithin } from '#core/settings'
import { readIban } from '#plugins/shop-quotes/domain/bank_transfer'
import { accountBic, accountHolder, accountIban } from '#plugins/shop-quotes/settings'

export type BankAccount = {
  holder: string
  /** Without spaces. */
  iban: string
  bic: string | null
}

/** Where transfers go; null while the holder is missing or the IBAN is none. */
export const bankAccount = async (): Promise<BankAccount | null> =>
  accountOf({
    holder: await setting(accountHolder),
    iban: await setting(accountIban),
    bic: await setting(accountBic),
  })

/** The same read by a transaction. */
export const bankAccountWithin = async (trx: Trx): Promise<BankAccount | null> =>
  accountOf(
    await settingsWithin(trx, { holder: accountHolder, iban: accountIban, bic: accountBic })
  )

function accountOf(set: Record<'holder' | 'iban' | 'bic', string>): BankAccount | null {
  const iban = readIban(set.iban)
  return set.holder !== '' && iban
    ? { holder: set.holder, iban, bic: set.bic.toUpperCase() || null }
    : null
}
