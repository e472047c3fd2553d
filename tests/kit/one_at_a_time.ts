import type { QueryClientContract } from '@adonisjs/lucid/types/database'

type Done = (error: unknown, result?: unknown) => void
type Connection = { query(statement: unknown, done?: Done): unknown }

/**
 * A page may ask the pool several things at once. In a test all of it goes to the one connection
 * of the test's transaction, which from pg 9 on takes a statement only after the one before.
 * Answers what ends it: the connection returns to the pool as it was.
 */
export async function takeTurns(client: QueryClientContract): Promise<() => void> {
  const connection = (await client.getWriteClient().client.acquireConnection()) as Connection
  const send = connection.query
  let before: Promise<unknown> = Promise.resolve()
  connection.query = (statement, done) => {
    const answer = before.then(() => sent(connection, send, statement))
    before = answer.catch(() => {})
    return done ? void answer.then((result) => done(null, result), done) : answer
  }
  return () => {
    connection.query = send
  }
}

function sent(connection: Connection, send: Connection['query'], statement: unknown) {
  return new Promise((resolve, reject) => {
    send.call(connection, statement, (error, result) => (error ? reject(error) : resolve(result)))
  })
}
