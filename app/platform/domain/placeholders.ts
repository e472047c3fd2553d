/** A placeholder, or a quoted piece of text in which a question mark is only that. */
const PIECE = /'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\?/g

/**
 * A statement with something else in place of its placeholders.
 *
 *     withPlaceholders("select '?' from t where id = ?", () => '$1')    // "select '?' from t where id = $1"
 */
export function withPlaceholders(sql: string, mark: () => string): string {
  return sql.replace(PIECE, (piece) => (piece === '?' ? mark() : piece))
}
