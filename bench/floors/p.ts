// Floor P: bare node:http, one prepared SELECT of 30 rows × 11 columns by index, escaped into
// about 9.4 KB of HTML.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Database from 'better-sqlite3'

const ROWS = 30
const COLUMNS = 11
const PEOPLE = 200

const database = new Database(':memory:')
const columns = Array.from({ length: COLUMNS - 2 }, (_, i) => `text_${i}`)
database.exec(
  `create table visits (id integer primary key, person integer, ${columns.join(' text, ')} text)`
)
database.exec('create index visits_person on visits (person)')
const insert = database.prepare(
  `insert into visits (person, ${columns.join(', ')}) values (?, ${columns.map(() => '?').join(', ')})`
)
for (let person = 0; person < PEOPLE; person++) {
  for (let row = 0; row < ROWS; row++) {
    insert.run(person, ...columns.map((name) => `${name} <${person}> & "${row}"`))
  }
}

const select = database.prepare('select * from visits where person = ? order by id').raw()
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (value: unknown) => String(value).replace(/[&<>"]/g, (sign) => ESCAPES[sign])

let person = 0
const server = createServer((_request, response) => {
  const rows = select.all((person = (person + 1) % PEOPLE)) as unknown[][]
  let html = '<!doctype html><html lang="en"><title>Visits</title><table>'
  for (const row of rows) {
    html += '<tr>'
    for (const value of row) html += `<td>${escaped(value)}</td>`
    html += '</tr>'
  }
  html += '</table></html>'
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(html),
  })
  response.end(html)
})
server.listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as AddressInfo).port }))
