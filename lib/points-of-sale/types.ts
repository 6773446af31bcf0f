/** A point of sale with how many open deliveries it carries now. */
export type PointOfSaleLoad = { id: string; name: string; capacity: number; openCount: number };
