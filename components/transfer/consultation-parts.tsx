'use client';

import { latePart } from '../ui/late-part';

// Loaded with the first call that is up: they are no part of the first load.

export const ConsultationControls = latePart(() =>
  import('./consultation-controls').then((module) => module.ConsultationControls),
);

export const UnansweredQuestion = latePart(() => import('./unanswered-question').then((module) => module.UnansweredQuestion));
