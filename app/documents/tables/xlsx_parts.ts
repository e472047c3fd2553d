import { escaped, MOST_DECIMALS } from '#app/documents/tables/xlsx_cells'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export const CONTENT_TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${KIND}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/></Types>`

const relations = (...targets: [type: string, target: string][]) =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(
      ([type, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`
    )
    .join('')}</Relationships>`

export const RELATIONS = relations(['officeDocument', 'xl/workbook.xml'])
export const WORKBOOK_RELATIONS = relations(
  ['worksheet', 'worksheets/sheet1.xml'],
  ['styles', 'styles.xml']
)

/** Excel refuses these signs, quotes at the ends and more than 31 characters in a sheet's name. */
const sheetName = (title: string) =>
  escaped(title.replaceAll(/[\\/?*[\]:']/g, ' ').slice(0, 31))
    .replaceAll('"', ' ')
    .trim() || '1'

export const workbook = (title: string): string =>
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${sheetName(title)}" sheetId="1" r:id="rId1"/></sheets></workbook>`

/** Formats of our own begin at 164: `#,##0`, `#,##0.0` and so on. */
const FIGURES = Array.from({ length: MOST_DECIMALS + 1 }, (_, decimals) => ({
  id: 164 + decimals,
  code: decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`,
}))
const numberFormats = FIGURES.map(
  ({ id, code }) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`
)
const figureStyles = FIGURES.map(({ id }) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`)

/** Plain, head, day with time (22 is written as the reader's language does), day (14), figures. */
export const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="${FIGURES.length}">${numberFormats.join('')}</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${4 + FIGURES.length}"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="22" applyNumberFormat="1"/><xf numFmtId="14" applyNumberFormat="1"/>${figureStyles.join('')}</cellXfs></styleSheet>`

/** The head stays while one scrolls. */
export const sheetStart = (columns: number): string =>
  `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="${columns}" width="20" customWidth="1"/></cols><sheetData>`
export const sheetEnd = '</sheetData></worksheet>'
