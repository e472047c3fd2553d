const SERVICES = [
  { value: 'fitting', label: 'Fitting, 60 minutes' },
  { value: 'check', label: 'Hearing test, 30 minutes' },
  { value: 'cleaning', label: 'Cleaning, 15 minutes', disabled: true },
]

const ERROR = 'Enter an e-mail address like name@example.org'

export const NAME = { name: 'first_name', label: 'First name', required: true, value: 'Ada' }
export const EMAIL = {
  name: 'email',
  label: 'E-mail',
  type: 'email',
  required: true,
  value: 'ada@example',
  hint: 'The ticket goes to this address.',
  error: ERROR,
  attributes: { autocomplete: 'email' },
}
export const ERRORS = { errors: { email: ERROR, consent: 'Please agree to the privacy notice' } }

const SHARED = { required: false, hint: null, error: null, value: '', checked: false, options: [] }
const NO_LIMITS = { maxLength: null, min: null, max: null }

const FILE = {
  name: 'answers[file]',
  accept: '.pdf,.png',
  multiple: false,
  limits: 'PDF, PNG, at most 10 MB.',
  held: [],
}
const HELD = { input: 'answers[file_held][]', value: 'a', name: 'prescription.pdf', size: '84 kB' }

/** One question of every kind, as staff may define them. */
export const ANSWERS = [
  { kind: 'text', label: 'Number of your file', value: 'A 12', maxLength: 20 },
  { kind: 'long_text', label: 'What is it about?', hint: 'A few words are enough.' },
  {
    kind: 'choice',
    label: 'Have you been here before?',
    options: [
      { value: 'yes', label: 'Yes', selected: true },
      { value: 'no', label: 'No', selected: false },
    ],
    value: 'yes',
  },
  { kind: 'date', label: 'Date of birth', value: '1964-03-02' },
  { kind: 'number', label: 'How many people come?', min: 1, max: 6, value: '2' },
  { kind: 'phone', label: 'Phone', value: '+39 050 123456' },
  { kind: 'checkbox', label: 'I need a wheelchair' },
  { kind: 'file', label: 'Your prescription', file: { ...FILE, held: [HELD] } },
  { kind: 'consent', label: 'I have read the privacy notice', required: true },
].map((field) => ({
  ...SHARED,
  ...NO_LIMITS,
  key: field.kind,
  name: `answers[${field.kind}]`,
  id: `answer-${field.kind}`,
  ...field,
}))

/** Props of every component that asks something, in every state. */
export const FIELD_SAMPLES = {
  required_note: [{}],
  error_summary: [ERRORS],
  input: [
    NAME,
    EMAIL,
    { name: 'postcode', label: 'Postcode', width: 'xs', value: '70173' },
    { name: 'phone', label: 'Phone', width: 's', type: 'tel' },
    { name: 'locked', label: 'Number', value: 'AA042', attributes: { readonly: '' } },
  ],
  select: [
    { name: 'service', label: 'Service', options: SERVICES, value: 'check', required: true },
    {
      name: 'place',
      label: 'Place',
      options: SERVICES,
      empty: 'Please choose',
      error: 'Choose one',
    },
  ],
  textarea: [{ name: 'reason', label: 'Reason', hint: 'Not required.', value: 'It whistles.' }],
  date: [{ name: 'day', label: 'Day', value: '2027-01-19', min: '2027-01-18', max: '2027-03-01' }],
  choice: [
    {
      name: 'visit',
      label: 'How would you like to meet?',
      required: true,
      options: [
        { value: 'here', label: 'At our place', hint: 'Ground floor, no steps' },
        { value: 'call', label: 'By phone' },
      ],
      value: 'here',
    },
    {
      name: 'again',
      label: 'Have you been here before?',
      inline: true,
      error: 'Please choose',
      options: [
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
      ],
    },
  ],
  checkbox: [
    { name: 'remind', label: 'Remind me two days before', checked: true, hint: 'By e-mail.' },
    {
      name: 'consent',
      label: 'I have read the privacy notice',
      required: true,
      error: 'Please agree to the privacy notice',
    },
  ],
  files: [
    { label: 'Document', input: FILE, required: true, error: 'Choose a file.' },
    {
      label: 'Pictures',
      hint: 'Of the broken part.',
      input: { ...FILE, multiple: true, held: [HELD, HELD] },
    },
  ],
  form_fields: [{ fields: ANSWERS }],
  captcha: [{ form: 'dev.gallery' }, { form: 'dev.gallery', error: 'Please wait a moment' }],
}
