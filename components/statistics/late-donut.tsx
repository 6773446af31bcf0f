'use client';

import { latePart } from '../ui/late-part';
import type { DonutSlice } from './donut-slice';

/** What draws it is a hundred kilobytes: fetched on this page alone, while its table is read already. */
export const LateDonut = latePart<{ slices: DonutSlice[] }>(() => import('./donut').then(({ Donut }) => Donut));
