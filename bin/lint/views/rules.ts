import { lineAt, type Source } from '../sources.js'

type Rule = (view: Source) => string[]

/** Every match of a pattern as a finding with its place. */
const each =
  (pattern: RegExp, says: (found: RegExpMatchArray) => string | null): Rule =>
  ({ path, text }) =>
    [...text.matchAll(pattern)].flatMap((found) => {
      const problem = says(found)
      return problem ? [`${path}:${lineAt(text, found.index)} ${problem}`] : []
    })

/** Blanks what a pattern matches, so that line numbers stay true. */
const without = (text: string, pattern: RegExp): string =>
  text.replaceAll(pattern, (part) => part.replaceAll(/[^\n]/g, ' '))

const COMMENT = /\{\{--[\s\S]*?--\}\}/g
const RAW = /\{\{\{[\s\S]*?\}\}\}/g
const MUSTACHE = /\{\{\{?[\s\S]*?\}?\}\}/g

const uncommented =
  (rule: Rule): Rule =>
  ({ path, text }) =>
    rule({ path, text: without(text, COMMENT) })

const rawOutput = each(RAW, ([raw]) =>
  /^\{\{\{\s*await \$slots\.\w+\(.*\)\s*\}\}\}$/s.test(raw)
    ? null
    : `prints without escaping; triple braces are for slots alone: ${raw}`
)

const unescapedAttributes = each(
  /html\.(attrs|classNames|safe)\b|\.toAttrs\(|\bnl2br\(|\bhtml\.escape\b/g,
  ([call]) => `${call} does not escape: write attributes with {{ }}`
)

const INLINE_CODE =
  /<script\b(?![^>]*\bsrc=)(?![^>]*application\/(?:ld\+)?json)[^>]*>|<style\b[^>]*>|\son[a-z]+=["']|<[^>{]*\sstyle=["'][^>]*>/g

/** Mail clients read inline styles alone, and no policy of ours reaches them. */
const inlineCode: Rule = (view) =>
  /\/mails\/|(^|[/_])mail_|_mail\./.test(view.path)
    ? []
    : each(
        INLINE_CODE,
        ([code]) => `the content security policy refuses inline code: ${code.trim().slice(0, 60)}`
      )(view)

const literalPaths = each(
  /\s(href|action|src|formaction)="(\/[^"{]*)"/g,
  ([, attribute, path]) => `${attribute}="${path}" is a literal path: urlFor or asset knows it`
)

const DIRECTIVE = /\s(x-[a-z]+(?:[:.][\w.:-]+)?|@[a-z][\w.:-]*|:[a-z][\w-]*)="([^"]*)"/g
const BEYOND_CSP =
  /=>|`|\.\.\.|\bnew\s|\bfunction\b|\b(window|document|Math|JSON|console|Date|localStorage|setTimeout|fetch)\b|\?\./

/** What the CSP build of Alpine cannot read belongs into an Alpine.data() file. */
const alpine = each(DIRECTIVE, ([, directive, code]) => {
  if (directive.startsWith('x-html')) return 'x-html writes unescaped HTML'
  const plain = code.replaceAll(/\{\{[\s\S]*?\}\}/g, '0')
  return BEYOND_CSP.test(plain) ? `Alpine's CSP build cannot read ${directive}="${code}"` : null
})

const READ_ALOUD = /\s(aria-label|alt|title|placeholder|label)="([^"{]*\p{L}{2}[^"{]*)"/gu

const literalAttributes = each(READ_ALOUD, ([whole, , words]) =>
  words.includes('=') ? null : `words without t(): ${whole.trim()}`
)

/** Edge reads a tag only at the beginning of a line; elsewhere it is printed as it stands. */
const misplacedTags = each(
  /^[^\n@]*[^\s@][^\n@]*?(@!?(?:[a-z_]+\.[a-z]\w*\(|(?:if|each|include|vite|elseif)\(|(?:else|end)\b))/gm,
  ([, tag]) => `${tag} does not begin its line, so Edge prints it as text`
)

/** A tag of Edge takes its line and, with brackets still open, those that follow. */
function withoutEdgeTags(text: string): string {
  let depth = 0
  return text
    .split('\n')
    .map((line) => {
      if (depth === 0 && !/^\s*@!?[a-z]/.test(line)) return line
      for (const sign of line.replaceAll(/'[^']*'|"[^"]*"|`[^`]*`/g, '')) {
        if ('([{'.includes(sign)) depth++
        if (')]}'.includes(sign)) depth--
      }
      return ''
    })
    .join('\n')
}

/** Words between tags that no translator can reach. */
const literalWords: Rule = ({ path, text }) => {
  const bare = withoutEdgeTags(without(text, MUSTACHE))
  // A partial that stands inside a tag holds attributes, not words.
  if (!bare.includes('<')) return []
  const words = without(
    bare,
    /<(script|style|svg|code|kbd)\b[\s\S]*?<\/\1>|<!doctype[^>]*>|<[^>]*>/gi
  )
  return words.split('\n').flatMap((line, index) => {
    const found = /\p{L}{2,}/u.test(line.replaceAll(/&\w+;/g, ''))
    return found ? [`${path}:${index + 1} words without t(): ${line.trim()}`] : []
  })
}

/** The limits that nobody may pass; style.md names smaller ones at which to stop and look. */
const size: Rule = ({ path, text }) => {
  const most = path.includes('/components/') ? 60 : 100
  const lines = text.replaceAll(COMMENT, '').trim().split('\n').length
  return lines > most
    ? [`${path} has ${lines} lines, at most ${most}: a component is hidden here`]
    : []
}

/** Each rule with the sentence that heads its findings. */
export const VIEW_RULES: Array<{ says: string; rule: Rule }> = [
  { says: 'Output without escaping', rule: uncommented(rawOutput) },
  { says: 'Attributes without escaping', rule: uncommented(unescapedAttributes) },
  { says: 'Inline scripts and styles', rule: uncommented(inlineCode) },
  { says: 'Literal paths', rule: uncommented(literalPaths) },
  { says: 'Expressions beyond Alpine CSP', rule: uncommented(alpine) },
  { says: 'Edge tags inside a line', rule: uncommented(misplacedTags) },
  { says: 'Words in attributes', rule: uncommented(literalAttributes) },
  { says: 'Words in views', rule: uncommented(literalWords) },
  { says: 'Size', rule: size },
]
