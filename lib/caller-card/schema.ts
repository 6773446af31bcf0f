import { z } from 'zod';
import { CARD_FACTS, isAlwaysShown } from './facts.ts';

const CardFacts = z
  .array(z.enum(CARD_FACTS))
  .max(CARD_FACTS.length)
  .refine((facts) => new Set(facts).size === facts.length)
  .refine((facts) => CARD_FACTS.filter(isAlwaysShown).every((fact) => facts.includes(fact)));

/** `from`: what the admin's page showed, so that nobody overwrites what a colleague saved meanwhile. */
export const ChangeCardFacts = z.object({ from: CardFacts, to: CardFacts });

/** Which of those who share a number is meant. */
export const ChosenCustomer = z.object({ e164: z.string().regex(/^\+\d{3,15}$/), customerId: z.uuid() });
