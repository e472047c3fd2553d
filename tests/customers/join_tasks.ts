import { createCustomer } from '#core/customers'
import { installedPluginIds, migrate, SYSTEM, transaction } from '#core/platform'
import { JoinDuplicates } from '#app/customers/actions/join_duplicates'
import type { JoinAnswer, JoinTask, Pair } from '#tests/customers/join_process'

type Task<K> = Extract<JoinTask, { kind: K }>

/** Migrates an empty database and registers every person twice. */
export async function prepare({ pairs }: Task<'prepare'>): Promise<JoinAnswer> {
  await migrate(installedPluginIds())
  const made: Pair[] = []
  for (let i = 0; i < pairs; i++) {
    const person = { firstName: 'Anna', lastName: `Rovente ${i}`, email: null, phone: null }
    const create = () =>
      transaction((trx) =>
        createCustomer(trx, { ...person, locale: 'it', actor: SYSTEM, userId: null })
      )
    made.push([(await create()).id, (await create()).id])
  }
  return { pairs: made, counts: {} }
}

/** Joins every pair twice at once, both ways round, all pairs side by side. */
export async function joinAll({ pairs, worker = 0 }: Task<'join'>): Promise<JoinAnswer> {
  const counts: JoinAnswer['counts'] = {}
  const attempt = async ([one, other]: Pair) => {
    const join = {
      ...{ kept: { id: one, version: 1 }, former: { id: other, version: 1 } },
      ...{ fromFormer: [], by: SYSTEM },
    }
    const outcome = await new JoinDuplicates().handle(join).then(
      (answer) => (answer.ok ? 'joined' : answer.reason),
      (error: Error) => `error ${error.message}`
    )
    counts[outcome] = (counts[outcome] ?? 0) + 1
  }
  const turned = pairs.map(([one, other]): Pair => (worker % 2 === 0 ? [one, other] : [other, one]))
  await Promise.all(
    turned.flatMap(([one, other]) => [attempt([one, other]), attempt([other, one])])
  )
  return { pairs: [], counts }
}
