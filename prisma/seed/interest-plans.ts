import type { InteractionKind, StandardStage } from '../../lib/interests/types.ts';

export const SERVICE_TYPES = ['Office lunches', 'Catering for events', 'Regular deliveries', 'Christmas menu'] as const;

type Lead = 'marta' | 'sylwia' | null;
type Of =
  | { caller: 'lis' | 'helena' }
  /** A customer of the believable day. */
  | { customer: number }
  | { name: string; company: string; e164: string | null };

export type InterestPlan = {
  subject: string;
  whatToDo?: string;
  description?: string;
  service: (typeof SERVICE_TYPES)[number] | null;
  /** The way it went, the last one is where it is; each is so many days ago. */
  stages: readonly (readonly [stage: StandardStage, daysAgo: number])[];
  reason?: string;
  of: Of;
  lead: Lead;
  said?: readonly (readonly [kind: Exclude<InteractionKind, 'call' | 'stage_change'>, daysAgo: number, text: string])[];
  /** In hours from now; done ones are past. */
  tasks?: readonly (readonly [title: string, dueInHours: number, isDone?: boolean])[];
};

/** What the house may win: some new, some under way, some won and lost; numbers begin +48574, which nobody else of the demo has. */
export const INTEREST_PLANS: readonly InterestPlan[] = [
  {
    subject: 'Hot meals for the depot in Łódź',
    whatToDo: 'Call Teresa about the trial week',
    description: 'Forty drivers in two shifts. They want one soup and two mains, in boxes that keep warm for two hours.',
    service: 'Regular deliveries',
    stages: [
      ['new', 21],
      ['in_work', 18],
    ],
    of: { caller: 'lis' },
    lead: 'marta',
    said: [
      ['note', 20, 'Their canteen closes at the end of the year.'],
      ['email', 17, 'Sent the price list for 40 meals a day and the menu of two weeks.'],
      ['note', 3, 'The price is fine. They ask for a week on trial before they sign.'],
    ],
    tasks: [
      ['Send the price list', -17 * 24, true],
      ['Agree on the trial week', -26],
      ['Ask the kitchen about warm boxes', 28],
    ],
  },
  {
    subject: 'Christmas dinner for 60 people',
    whatToDo: 'Send two menus with prices',
    description: 'On a Friday in December, at their place. About ten eat no meat.',
    service: 'Christmas menu',
    stages: [['new', 2]],
    of: { caller: 'lis' },
    lead: 'marta',
    said: [['note', 2, 'Teresa asked while ordering. She needs the offer to show it to her boss.']],
    tasks: [['Send two menus with prices', 3]],
  },
  {
    subject: 'Standing order from January',
    whatToDo: 'Bring the contract to sign',
    service: 'Office lunches',
    stages: [
      ['new', 30],
      ['in_work', 12],
    ],
    of: { caller: 'helena' },
    lead: 'marta',
    said: [['sms', 5, 'The contract is ready, may we bring it on Thursday?']],
    tasks: [['Bring the contract', -3]],
  },
  {
    subject: 'Lunches for a new office',
    whatToDo: 'Call back after 15:00',
    description: 'Moves to Wola in spring, twenty desks.',
    service: 'Office lunches',
    stages: [['new', 1]],
    of: { name: 'Żaneta Maj', company: 'Studio Maj', e164: '+48574200301' },
    lead: null,
    said: [['note', 1, 'Found us through a friend.']],
  },
  {
    subject: 'Opening of a gallery',
    whatToDo: 'Ask how many guests come',
    service: 'Catering for events',
    stages: [['new', 4]],
    of: { name: 'Jan Brzoza', company: '', e164: '+48574200302' },
    lead: 'sylwia',
    tasks: [['Ask how many guests come', -50]],
  },
  {
    subject: 'Weekly fruit and sandwiches',
    service: 'Regular deliveries',
    stages: [
      ['new', 9],
      ['in_work', 6],
    ],
    of: { customer: 11 },
    lead: 'sylwia',
    tasks: [['Offer for 25 people', 50]],
  },
  {
    subject: 'Training, two days with lunch',
    whatToDo: 'Confirm the dates',
    service: 'Catering for events',
    stages: [
      ['new', 8],
      ['in_work', 7],
    ],
    of: { customer: 23 },
    lead: 'marta',
    said: [['email', 6, 'Offer for two days and 18 people.']],
    tasks: [['Confirm the dates', 1]],
  },
  {
    subject: 'Breakfast for a film crew',
    service: 'Catering for events',
    stages: [['new', 0]],
    of: { name: 'Produkcja Kadr', company: 'Kadr Film', e164: '+48574200303' },
    lead: null,
  },
  {
    subject: 'Meals for a kindergarten in the holidays',
    service: null,
    stages: [
      ['new', 14],
      ['in_work', 13],
    ],
    of: { customer: 37 },
    lead: 'marta',
  },
  {
    subject: 'Pizza every Friday',
    service: 'Office lunches',
    stages: [
      ['new', 60],
      ['in_work', 55],
      ['won', 41],
    ],
    of: { customer: 5 },
    lead: 'marta',
    said: [['note', 42, 'Eight large ones, always at noon.']],
    tasks: [['Enter the standing order', -40 * 24, true]],
  },
  {
    subject: 'Autumn party of the district',
    service: 'Catering for events',
    stages: [
      ['new', 75],
      ['won', 70],
    ],
    of: { customer: 61 },
    lead: 'sylwia',
  },
  {
    subject: 'Canteen for a warehouse',
    service: 'Regular deliveries',
    stages: [
      ['new', 48],
      ['in_work', 40],
      ['lost', 20],
    ],
    reason: 'A competitor is cheaper by two złoty a meal',
    of: { name: 'Roman Kłos', company: 'Magazyny Kłos sp. z o.o.', e164: '+48574200304' },
    lead: 'marta',
  },
  {
    subject: 'Wedding for 120 guests',
    service: 'Catering for events',
    stages: [
      ['new', 33],
      ['lost', 31],
    ],
    reason: 'Too many guests for our kitchen',
    of: { customer: 82 },
    lead: 'sylwia',
  },
];
