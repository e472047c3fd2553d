/** The frame of the staff panel, filled with what five plugins would put into it. */
export const DESK = {
  navigation: [
    {
      label: 'Desk',
      items: [
        { label: 'Today', href: '?', icon: 'house', current: true },
        {
          label: 'Day view',
          href: '?',
          icon: 'columns-3',
          count: { number: '18', words: '18 today' },
        },
        { label: 'Customers', href: '?', icon: 'users' },
      ],
    },
    {
      label: 'Appointments',
      items: [
        { label: 'Services', href: '?', icon: 'briefcase' },
        { label: 'Places and people', href: '?', icon: 'armchair' },
        { label: 'Opening hours', href: '?', icon: 'clock' },
      ],
    },
    {
      label: 'Helpdesk',
      items: [
        { label: 'Tickets', href: '?', icon: 'life-buoy', count: { number: '7', words: '7 open' } },
        { label: 'Settings', href: '?', icon: 'settings' },
      ],
    },
  ],
  locations: {
    label: 'Stuttgart',
    form: { action: '?', fields: { back: '?' } },
    items: [
      { label: 'Stuttgart', name: 'location', value: 1, current: true },
      { label: 'Pisa', name: 'location', value: 2, current: false },
    ],
  },
  person: {
    name: 'Ida Berg',
    form: { action: '?', fields: { next: '?' } },
    items: [
      { label: 'Profile', href: '?' },
      { label: 'Dark', name: 'theme', value: 'dark', current: true },
      { label: 'Sign out', action: '?out' },
    ],
  },
  search: { action: '?', picks: '?', value: '' },
}
