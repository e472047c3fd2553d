/** Pages of the panel, with the demo's records, that are looked at in a browser. */
export const QUEUE_PAGES = [
  '/admin/queue-caller/board',
  '/admin/queue-caller/counter',
  '/admin/queue-caller/lines',
  '/admin/queue-caller/lines/1',
  '/admin/queue-caller/lines/create',
  '/admin/queue-caller/counters',
  '/admin/queue-caller/counters/create',
  '/admin/queue-caller/counters/1/edit',
  '/admin/queue-caller/screens/1',
  '/admin/queue-caller/screens/1/edit',
  '/admin/queue-caller/kiosks',
  '/admin/queue-caller/kiosks/create',
  '/admin/queue-caller/statistics?period=last_30&by=line',
]
