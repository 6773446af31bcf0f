/** A product as an operator is offered it: with the price of the chosen point of sale, and whether that one has it now. */
export type ProductFound = { id: string; code: string; name: string; category: string; priceMinor: number; isAvailable: boolean };

/** What is offered before anything is typed. */
export type ProductOffers = {
  /** What this customer had most often. */
  often: ProductFound[];
  /** What everybody has had lately, without what is in `often`. */
  popular: ProductFound[];
};

/** Why a product cannot be ordered: sold out at the chosen point of sale, or everywhere, or taken off the menu. */
export type Lack = 'soldOutHere' | 'soldOut' | 'offMenu';
export type ProductLack = { productId: string; lack: Lack };
