/** The steps of taking an order (S0.16b), which are also the parts of the card: for the keyboard, and for "Oskar is editing the address". */
export const DELIVERY_PARTS = ['client', 'address', 'order', 'checkout'] as const;
export type DeliveryPart = (typeof DELIVERY_PARTS)[number];
