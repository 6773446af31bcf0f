import { z } from 'zod';
import type { OpeningHours } from '../opening-hours.ts';

export const PointOfSaleId = z.uuid();

/** What decides whether a point of sale can take an order, and what an operator is told before sending (S0.16c). */
export type PointOfSaleFacts = {
  id: string;
  name: string;
  openingHours: OpeningHours;
  /** Its kitchen takes no new orders for now. */
  isStopped: boolean;
  allowsAnonymousPickUp: boolean;
  pickUpMinutes: number;
};

/** A point of sale with how many deliveries its kitchen has in hand now. */
export type PointOfSaleLoad = PointOfSaleFacts & { capacity: number; openCount: number; showsLoad: boolean };
