import PDFDocument from 'pdfkit'
import { fontBytes, WEIGHTS, type Weight } from '#app/documents/pdf/fonts'

/** Points; 72 of them are an inch. */
export type Size = readonly [width: number, height: number]

export const A4: Size = [595.28, 841.89]
/** The paper of ticket printers, 80 mm wide; as long as what stands on it. */
export const ROLL_WIDTH = 226.77

export type SheetOptions = {
  /** Of its one page; without it, pages are turned to one by one. */
  size?: Size
  title: string
  /** Language of the words, e.g. `pl-PL`. */
  language: string
  /** Whose document it is. */
  author: string
  /** When it was made, in epoch milliseconds; the same words at the same time are the same bytes. */
  at: number
}

export type Style = { size: number; weight?: Weight; colour?: string; figures?: boolean }

const INK = '#16211d'
export const QUIET = '#5b635f'
export const LINE = '#c9c5bb'

/** pdfkit's document with the few things that our layouts draw, each tagged for screen readers. */
export class Sheet {
  readonly pdf: PDFKit.PDFDocument
  readonly #root: PDFKit.PDFStructureElement
  /** What belongs together: the whole document, or the page that was turned to. */
  #part: PDFKit.PDFStructureElement

  constructor({ size, title, language, author, at }: SheetOptions) {
    this.pdf = new PDFDocument({
      size: size && [...size],
      autoFirstPage: size !== undefined,
      margin: 0,
      lang: language,
      tagged: true,
      displayTitle: true,
      pdfVersion: '1.7',
      // The types of the package know neither this nor a font as bytes yet.
      subset: 'PDF/UA' as never,
      font: fontBytes('regular') as never,
      info: {
        Title: inMetadata(title),
        Author: inMetadata(author),
        CreationDate: new Date(at),
        Creator: 'Sportello',
      },
    })
    for (const weight of WEIGHTS) this.pdf.registerFont(weight, fontBytes(weight))
    this.#root = this.pdf.struct('Document')
    this.pdf.addStructure(this.#root)
    this.#part = this.#root
  }

  /** A new page, read aloud in the language of its words; nothing more comes onto those before. */
  turn(size: Size, language: string): void {
    if (this.#part !== this.#root) this.#part.end()
    this.pdf.addPage({ size: [...size], margin: 0 })
    this.#part = this.pdf.struct('Part', { lang: language })
    this.#root.add(this.#part)
  }

  /** Height of a text that wraps at this width. */
  heightOf(text: string, width: number, style: Style): number {
    return this.#styled(style).heightOfString(drawn(text), { width, ...this.#features(style) })
  }

  widthOf(text: string, style: Style): number {
    return this.#styled(style).widthOfString(drawn(text), this.#features(style))
  }

  /** Writes a text as an element of its own and returns where the next one may begin. */
  write(
    text: string,
    at: { x: number; y: number; width: number; align?: 'center' },
    style: Style & { tag?: 'H1' | 'P' }
  ): number {
    const { x, y, width, align } = at
    const options = { width, align, ...this.#features(style) }
    const element = this.pdf.struct(style.tag ?? 'P', {}, () => {
      this.#styled(style).text(drawn(text), x, y, options)
    })
    this.#part.add(element)
    return y + this.heightOf(text, width, style)
  }

  /** Lines that were wrapped before, as one element; returns where the next may begin. */
  writeLines(
    lines: readonly string[],
    { x, y, width, align }: { x: number; y: number; width: number; align?: 'end' },
    style: Style & { tag?: 'H2' | 'P' | 'TD' | 'TH' }
  ): number {
    const height = this.lineHeight(style)
    // The types of the package do not know the scope of a head cell yet.
    const column: object = style.tag === 'TH' ? { scope: 'Column' } : {}
    const element = this.pdf.struct(style.tag ?? 'P', column, () => {
      for (const [nth, line] of lines.entries()) {
        const indent = align ? width - this.widthOf(line, style) : 0
        const options = { lineBreak: false, ...this.#features(style) }
        this.#styled(style).text(drawn(line), x + indent, y + nth * height, options)
      }
    })
    this.#part.add(element)
    return y + lines.length * height
  }

  lineHeight(style: Style): number {
    return this.#styled(style).currentLineHeight(true)
  }

  /** What is written in `draw` belongs together, such as the cells of a row; no page ends in it. */
  within(tag: 'Table' | 'TR', draw: () => void): void {
    const outer = this.#part
    this.#part = this.pdf.struct(tag)
    outer.add(this.#part)
    draw()
    this.#part.end()
    this.#part = outer
  }

  /** A picture that says something: read aloud by its words. */
  figure(words: string, [x, y, width, height]: Box, draw: () => void): void {
    const described = { alt: words, bbox: [x, y, x + width, y + height] }
    this.#part.add(this.pdf.struct('Figure', described, draw))
  }

  /** Lines and frames, which nobody needs to hear of. */
  decoration(draw: () => void): void {
    this.pdf.markContent('Artifact', { type: 'Layout' } as never)
    draw()
    this.pdf.endMarkedContent()
  }

  async bytes(): Promise<Buffer> {
    this.end()
    const pieces: Buffer[] = []
    for await (const piece of this.pdf) pieces.push(piece as Buffer)
    return Buffer.concat(pieces)
  }

  /** Ends the document; what is left of it may then be taken. */
  end(): void {
    this.#root.end()
    this.pdf.end()
  }

  /** The bytes that are ready and were not taken yet, which are those of all pages but the last. */
  *taken(): Generator<Buffer> {
    for (let piece: unknown; (piece = this.pdf.read()) !== null;) yield piece as Buffer
  }

  #styled({ size, weight = 'regular', colour = INK }: Style): PDFKit.PDFDocument {
    return this.pdf
      .font(weight)
      .fontSize(size)
      .fillColor(colour)
      .lineGap(size * 0.12)
  }

  #features({ figures }: Style) {
    return figures ? { features: ['tnum', 'kern'] as PDFKit.Mixins.OpenTypeFeatures[] } : {}
  }
}

export type Box = readonly [x: number, y: number, width: number, height: number]

/** The old Catalan letter is written with its middle dot today, and the font has only that. */
const drawn = (text: string) => text.replaceAll('ŀ', 'l·').replaceAll('Ŀ', 'L·')

/** pdfkit puts these words into XML as they are. */
const inMetadata = (text: string) =>
  text.replaceAll('&', '+').replaceAll('<', '‹').replaceAll('>', '›')
