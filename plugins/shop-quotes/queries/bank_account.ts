import { setting } from '#core/settings'
import { readIban } from '#plugins/shop-quotes/domain/bank_transfer'
import { accountBic, accountHolder, accountIban } from '#plugins/shop-quotes/settings'

export type BankAccount = {
  holder: string
  /** Without spaces. */
  iban: string
  bic: string | null
}

/** Where transfers go; null while the holder is missing or the IBAN is none. */
export async function bankAccount(): Promise<BankAccount | null> {
  const holder = await setting(accountHolder)
  const iban = readIban(await setting(accountIban))
  const bic = (await setting(accountBic)).toUpperCase()
  return holder !== '' && iban ? { holder, iban, bic: bic || null } : null
}
