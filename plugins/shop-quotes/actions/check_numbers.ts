import { clock, transaction } from '#core/platform'
import { gapText } from '#plugins/shop-quotes/domain/number_gaps'
import { NumberCheck } from '#plugins/shop-quotes/models/number_check'
import { numberReport } from '#plugins/shop-quotes/queries/number_report'

/** Looks for numbers that are missing; what it finds stays until it is found no more. */
export async function checkNumbers(): Promise<string[]> {
  const report = await numberReport()
  const missing = report.flatMap((row) => row.missing).map(gapText)
  await transaction(async (trx) => {
    await trx.from(NumberCheck.table).delete()
    if (missing.length === 0) return
    await NumberCheck.create({ checkedAt: clock.now(), missing }, { client: trx })
  })
  return missing
}
