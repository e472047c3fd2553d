import { clock } from '#core/platform'
import { gapText } from '#plugins/shop-quotes/domain/number_gaps'
import { NumberCheck } from '#plugins/shop-quotes/models/number_check'
import { numberReport } from '#plugins/shop-quotes/queries/number_report'

/** Looks for numbers that are missing and keeps the answer, which `health` then tells staff. */
export async function checkNumbers(): Promise<NumberCheck> {
  const report = await numberReport()
  const missing = report.flatMap((row) => row.missing).map(gapText)
  return NumberCheck.create({ checkedAt: clock.now(), missing })
}
