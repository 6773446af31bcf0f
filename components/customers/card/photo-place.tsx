/** Where the photo stands in the head of the card (S1.13). */
export function PhotoPlace(_: { customerId: string; name: string; isEditable: boolean }) {
  return null;
}
