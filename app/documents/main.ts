/** Documents out of data: QR codes and tickets as PDF. */
export { qrCode, type QrCode } from '#app/documents/domain/qr_code'
export { ticketPdf, type Ticket } from '#app/documents/ticket_pdf'
export { csvStream } from '#app/documents/tables/csv'
export type { DataTable, TableCell } from '#app/documents/tables/table'
export { xlsxStream } from '#app/documents/tables/xlsx'
