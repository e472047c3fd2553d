import edge from 'edge.js'

/** Texts that one reads as they stand: plain parts of mails. */
const AS_TYPED = /_text\.edge$/
/** `out += "…";` and the same for what a slot holds, on lines after each other. */
const TEXTS = /^(\w+) \+= "(?:[^"\\]|\\.)*";\n(?:\1 \+= "(?:[^"\\]|\\.)*";\n)*/gm
const TEXT = /^\w+ \+= ("(?:[^"\\]|\\.)*");$/gm
/** The end of a line, what follows it indented, and empty lines. */
const LINE_BREAKS = /\s*\n\s*/g

/**
 * Edge adds every line of a template, its indentation and its end by themselves. Joined when a
 * template is compiled, a long list is a fifth smaller, and its thousands of pieces, which cost
 * more than their bytes, become half as many.
 */
export function joinTemplateLines(): void {
  edge.processor.process('compiled', ({ path, compiled }) =>
    AS_TYPED.test(path) ? compiled : joinedLines(compiled)
  )
}

/** `out += "\n"; out += "  <p>"` becomes `out += "\n<p>"`. */
function joinedLines(compiled: string): string {
  return compiled.replace(TEXTS, (lines, variable: string) => {
    const texts = [...lines.matchAll(TEXT)].map(([, literal]) => JSON.parse(literal) as string)
    const text = texts.join('').replace(LINE_BREAKS, '\n')
    return text === '' ? '' : `${variable} += ${JSON.stringify(text)};\n`
  })
}
