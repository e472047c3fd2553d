/** Documents out of data: QR codes, tickets and papers as PDF, tables, and files in a ZIP. */
export { qrCode, type QrCode } from '#app/documents/domain/qr_code'
export { ticketPdf, ticketsPdf, type IssuedTicket, type Ticket } from '#app/documents/ticket_pdf'
export { paperPdf, type Paper, type PaperTable } from '#app/documents/paper_pdf'
export type { DataTable, TableCell } from '#app/documents/tables/table'
export { zipStream } from '#app/documents/zip'
export { tableContent, tableFile, type TableFormat } from '#app/documents/tables/table_file'
