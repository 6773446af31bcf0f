'use client';

import dynamic from 'next/dynamic';

// Loaded with the first call that is up: they are no part of the first load.

export const ConsultationControls = dynamic(
  () => import('./consultation-controls').then((module) => module.ConsultationControls),
  { ssr: false },
);

export const UnansweredQuestion = dynamic(() => import('./unanswered-question').then((module) => module.UnansweredQuestion), {
  ssr: false,
});
