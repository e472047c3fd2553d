import type { QueryClientContract } from '@adonisjs/lucid/types/database'

type Done = (error: unknown, result: unknown) => void
type Send = (statement: unknown, done: Done) => void
type Connection = { query: Send; takesTurns?: true }

/**
 * A page may ask the pool several things at once. In a test all of it goes to the one connection
 * of the test's transaction, which from pg 9 on takes a statement only after the one before.
 */
export async function takeTurns(client: QueryClientContract): Promise<void> {
  const connection = (await client.getWriteClient().client.acquireConnection()) as Connection
  if (connection.takesTurns) return
  const send: Send = connection.query.bind(connection)
  let before: Promise<void> = Promise.resolve()
  connection.takesTurns = true
  connection.query = (statement, done) => {
    before = before.then(() => answered(send, statement, done))
  }
}

function answered(send: Send, statement: unknown, done: Done): Promise<void> {
  return new Promise((resolve) => {
    send(statement, (error, result) => {
      resolve()
      done(error, result)
    })
  })
}
