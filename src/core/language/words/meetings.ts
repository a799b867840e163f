import type { Attendance, MeetingAudience } from '../../vocabulary/meetings.js';
import type { WordTable } from './word.js';

export const ATTENDANCE_WORDS = {
  en: {
    'in-person': ['In person', 'People meet at a place.'],
    online: ['Online', 'People meet by video or telephone.'],
    hybrid: ['In person and online', 'People meet at a place, and others join by video or telephone.', 'Person and online'],
  },
  es: {
    'in-person': ['En persona', 'Las personas se reúnen en un lugar.'],
    online: ['En línea', 'Las personas se reúnen por video o teléfono.'],
    hybrid: ['En persona y en línea', 'Las personas se reúnen en un lugar, y otras se unen por video o teléfono.', 'Persona y en línea'],
  },
} satisfies WordTable<Attendance>; // prettier-ignore

export const MEETING_AUDIENCE_WORDS = {
  en: {
    women: ['Women', 'For women.'],
    men: ['Men', 'For men.'],
    'young-people': ['Young people', 'For young people; the list does not say up to which age.'],
    lgbtq: ['LGBTQ', 'For LGBTQ people.'],
    newcomers: ['Newcomers', 'For people who come for the first time.'],
  },
  es: {
    women: ['Mujeres', 'Para mujeres.'],
    men: ['Hombres', 'Para hombres.'],
    'young-people': ['Jóvenes', 'Para jóvenes; la lista no dice hasta qué edad.'],
    lgbtq: ['LGBTQ', 'Para personas LGBTQ.'],
    newcomers: ['Recién llegados', 'Para quienes vienen por primera vez.'],
  },
} satisfies WordTable<MeetingAudience>; // prettier-ignore
