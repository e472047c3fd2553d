// Run under Node 24 with the packages installed: can the servers that the proof needs be used?
import { connect } from 'node:net'
import pg from 'pg'

const [database, redis] = process.argv.slice(2)

async function postgres() {
  const client = new pg.Client({ connectionString: database, connectionTimeoutMillis: 5000 })
  await client.connect()
  await client.query('select 1')
  await client.end()
}

function redisPing() {
  const { hostname, port } = new URL(redis)
  const socket = connect({ host: hostname, port: Number(port || 6379), timeout: 5000 })
  return new Promise((resolve, reject) => {
    socket.on('connect', () => socket.write('PING\r\n'))
    socket.on('data', (answer) => {
      socket.destroy()
      // A server that asks for a password is reached too; the driver reports a wrong one.
      if (/^\+PONG|^-NOAUTH/.test(String(answer))) resolve()
      else reject(new Error(String(answer).trim()))
    })
    socket.on('timeout', () => socket.destroy(new Error('no answer within 5 s')))
    socket.on('error', reject)
  })
}

const problems = []
await postgres().catch((error) =>
  problems.push(`PostgreSQL at PROOF_DATABASE_URL cannot be used: ${error.message || error.code}`)
)
await redisPing().catch((error) =>
  problems.push(`Redis at PROOF_REDIS_URL cannot be used: ${error.message || error.code}`)
)
for (const problem of problems) console.error(problem)
process.exitCode = problems.length > 0 ? 1 : 0
